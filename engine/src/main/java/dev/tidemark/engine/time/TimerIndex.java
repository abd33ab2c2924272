package dev.tidemark.engine.time;

import org.jspecify.annotations.Nullable;

/**
 * Finds a timer by what makes it equal to another: an open-addressing table without objects of its own.
 *
 * <p>Hashes stand in a column of their own, so that a search looks only at timers that have the same.
 */
final class TimerIndex<K> {
    private @Nullable TimerEntry<K>[] slots = slots(16);
    private int[] hashes = new int[16];
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
            if (timer == null || (hashes[i] == hash && timer.is(key, namespace, timestamp))) {
                return timer;
            }
        }
    }

    /** Adds a timer that is not there. */
    void add(TimerEntry<K> timer) {
        if (2 * ++size > slots.length) {
            @Nullable TimerEntry<K>[] before = slots;
            int[] hashesBefore = hashes;
            slots = slots(2 * before.length);
            hashes = new int[slots.length];
            for (int i = 0; i < before.length; i++) {
                if (before[i] != null) {
                    place(before[i], hashesBefore[i]);
                }
            }
        }
        place(timer, timer.hashCode());
    }

    private void place(TimerEntry<K> timer, int hash) {
        int mask = slots.length - 1;
        int i = hash & mask;
        while (slots[i] != null) {
            i = (i + 1) & mask;
        }
        slots[i] = timer;
        hashes[i] = hash;
    }

    /** Removes a timer that is there; those that it had pushed on move back. */
    @SuppressWarnings("ReferenceEquality") // it is the very entry that was added
    void remove(TimerEntry<K> timer) {
        int mask = slots.length - 1;
        int hole = timer.hashCode() & mask;
        while (slots[hole] != timer) {
            hole = (hole + 1) & mask;
        }
        size--;
        int i = hole;
        while (true) {
            slots[hole] = null;
            do {
                i = (i + 1) & mask;
                if (slots[i] == null) {
                    return;
                }
            } while (((i - (hashes[i] & mask)) & mask) < ((i - hole) & mask));
            slots[hole] = slots[i];
            hashes[hole] = hashes[i];
            hole = i;
        }
    }
}
