package dev.tidemark.engine.async;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in flight, in the order in which it came, and what of it may leave next.
 *
 * <p>In order: the first, when it is complete. Unordered: of those before the first watermark the one that was complete
 * first; a watermark when nothing is before it. Source: Flink's {@code OrderedStreamElementQueue} and {@code
 * UnorderedStreamElementQueue}.
 */
final class AsyncQueue {
    private final boolean ordered;
    private final int capacity;
    private final List<InFlight> entries = new ArrayList<>();

    AsyncQueue(boolean ordered, int capacity) {
        this.ordered = ordered;
        this.capacity = capacity;
    }

    boolean hasRoom() {
        return entries.size() < capacity;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void add(InFlight entry) {
        entries.add(entry);
    }

    List<InFlight> entries() {
        return entries;
    }

    void clear() {
        entries.clear();
    }

    /** What may leave now, or null. */
    @Nullable
    InFlight next() {
        if (entries.isEmpty()) {
            return null;
        }
        InFlight first = entries.get(0);
        if (first.isWatermark()) {
            return first;
        }
        return ordered ? (first.completed > 0 ? first : null) : firstCompleted();
    }

    private @Nullable InFlight firstCompleted() {
        InFlight found = null;
        for (InFlight entry : entries) {
            if (entry.isWatermark()) {
                return found;
            }
            if (entry.completed > 0 && (found == null || entry.completed < found.completed)) {
                found = entry;
            }
        }
        return found;
    }

    /** Takes out what {@link #next} gave. */
    void remove(InFlight left) {
        for (Iterator<InFlight> each = entries.iterator(); each.hasNext(); ) {
            if (each.next() == left) {
                each.remove();
                return;
            }
        }
    }

    /** The entry to which something happens first, the earlier one of two; null when nothing will. */
    @Nullable
    InFlight firstDue() {
        InFlight first = null;
        for (InFlight entry : entries) {
            if (entry.due() < (first == null ? InFlight.NEVER : first.due())) {
                first = entry;
            }
        }
        return first;
    }
}
