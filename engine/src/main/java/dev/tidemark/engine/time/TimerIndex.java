package dev.tidemark.engine.time;

import org.jspecify.annotations.Nullable;

/** Finds a timer by what makes it equal to another: an open-addressing table without objects of its own. */
final class TimerIndex<K> {
    private @Nullable TimerEntry<K>[] slots = slots(16);
    private int size;

    @SuppressWarnings("unchecked")
    private static <K> @Nullable TimerEntry<K>[] slots(int capacity) {
        return (TimerEntry<K>[]) new TimerEntry<?>[capacity];
    }

    @Nullable
    TimerEntry<K> find(Object key, Comparable<?> namespace, long timestamp) {
        int hash = TimerEntry.hash(key, namespace, timestamp);
        int mask = slots.length - 1;
        for (int i = hash & mask; ; i = (i + 1) & mask) {
            TimerEntry<K> timer = slots[i];
            if (timer == null || (timer.hashCode() == hash && timer.is(key, namespace, timestamp))) {
                return timer;
            }
        }
    }

    /** Adds a timer that is not there. */
    void add(TimerEntry<K> timer) {
        if (2 * ++size > slots.length) {
            @Nullable TimerEntry<K>[] before = slots;
            slots = slots(2 * before.length);
            for (TimerEntry<K> each : before) {
                if (each != null) {
                    place(each);
                }
            }
        }
        place(timer);
    }

    private void place(TimerEntry<K> timer) {
        int mask = slots.length - 1;
        int i = timer.hashCode() & mask;
        while (slots[i] != null) {
            i = (i + 1) & mask;
        }
        slots[i] = timer;
    }

    /** Removes a timer that is there; those that it had pushed on move back. */
    @SuppressWarnings("ReferenceEquality") // it is the very entry that was added
    void remove(TimerEntry<K> timer) {
        int mask = slots.length - 1;
        int hole = timer.hashCode() & mask;
        while (!timer.equals(slots[hole])) {
            hole = (hole + 1) & mask;
        }
        size--;
        int i = hole;
        while (true) {
            slots[hole] = null;
            TimerEntry<K> next;
            do {
                i = (i + 1) & mask;
                next = slots[i];
                if (next == null) {
                    return;
                }
            } while (((i - (next.hashCode() & mask)) & mask) < ((i - hole) & mask));
            slots[hole] = next;
            hole = i;
        }
    }
}
