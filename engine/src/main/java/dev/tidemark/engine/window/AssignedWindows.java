package dev.tidemark.engine.window;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The windows of elements, remembered for those that come next: neighbours in time share theirs. */
final class AssignedWindows {
    private static final int REMEMBERED = 16;

    private final WindowAssigner<Object, Window> assigner;
    private final @Nullable Known[] known = new Known[REMEMBERED];

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(long slot, Window[] windows) {}

    AssignedWindows(WindowAssigner<Object, Window> assigner) {
        this.assigner = assigner;
    }

    /** The windows of an element, in the order in which it is added to them. */
    Window[] of(Object element, long timestamp, long processingTime) {
        long slot = assigner.slot(element, timestamp, processingTime);
        if (slot == WindowAssigner.NO_SLOT) {
            return assigned(element, timestamp, processingTime);
        }
        int place = (int) ((slot * 0x9E3779B97F4A7C15L) >>> 60);
        Known at = known[place];
        if (at == null || at.slot() != slot) {
            at = new Known(slot, assigned(element, timestamp, processingTime));
            known[place] = at;
        }
        return at.windows();
    }

    private Window[] assigned(Object element, long timestamp, long processingTime) {
        List<Window> assigned = assigner.assign(element, timestamp, processingTime);
        return assigned.toArray(new Window[0]);
    }
}
