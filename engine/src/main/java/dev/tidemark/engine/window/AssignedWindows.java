package dev.tidemark.engine.window;

import dev.tidemark.engine.time.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The windows of elements, remembered for those that come next: neighbours in time share theirs. */
final class AssignedWindows {
    private static final int REMEMBERED = 16;

    private final WindowAssigner<Object, Window> assigner;
    private final boolean eventTime;
    private final long cellMillis;
    private final @Nullable Cell[] known = new Cell[REMEMBERED];
    private Cell last = new Cell(Long.MAX_VALUE, Long.MAX_VALUE, new Window[0]);

    /** A stretch of time, {@code to} excluded, and the windows of all that lies in it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Cell(long from, long to, Window[] windows) {
        boolean holds(long time) {
            return from <= time && time < to;
        }
    }

    AssignedWindows(WindowAssigner<Object, Window> assigner) {
        this.assigner = assigner;
        this.eventTime = assigner.eventTime();
        this.cellMillis = assigner.cellMillis();
    }

    /** The windows of an element, in the order in which it is added to them. */
    Window[] of(Object element, long timestamp, long processingTime) {
        long time = eventTime ? timestamp : processingTime;
        if (last.holds(time)) {
            return last.windows();
        }
        if (cellMillis == 0 || time == Long.MIN_VALUE) {
            return assigned(element, timestamp, processingTime);
        }
        long from = assigner.cellStart(time);
        int place = (int) ((from * 0x9E3779B97F4A7C15L) >>> 60);
        Cell cell = known[place];
        if (cell == null || cell.from() != from) {
            Window[] windows = assigned(element, timestamp, processingTime);
            cell = new Cell(from, Times.saturatedAdd(from, cellMillis), windows);
            known[place] = cell;
        }
        last = cell;
        return cell.windows();
    }

    private Window[] assigned(Object element, long timestamp, long processingTime) {
        List<Window> assigned = assigner.assign(element, timestamp, processingTime);
        return assigned.toArray(new Window[0]);
    }
}
