package dev.tidemark.engine.time;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Timers beyond a horizon, unsorted, in buckets that are the wider the farther they are.
 *
 * <p>A timer lies in the bucket of the highest bit in which its time differs from the horizon, so that all times of a bucket come
 * before all of the next. When the horizon moves on, the nearest bucket is emptied, or spread over those below it. Source:
 * the radix heap of Ahuja, Mehlhorn, Orlin and Tarjan.
 */
final class FarTimers<K> {
    private static final int ENOUGH = 1_024;

    private final @Nullable Bucket<K>[] buckets = Bucket.none();
    private long horizon = Long.MIN_VALUE;
    private int size;
    private int nearest = Long.SIZE;

    /** Timers in the order in which they came. */
    private static final class Bucket<K> {
        private @Nullable TimerEntry<K>[] timers = timers(16);
        private int size;
        private long least = Long.MAX_VALUE;

        @SuppressWarnings("unchecked")
        static <K> @Nullable Bucket<K>[] none() {
            return (Bucket<K>[]) new Bucket<?>[Long.SIZE];
        }

        @SuppressWarnings("unchecked")
        private static <K> @Nullable TimerEntry<K>[] timers(int capacity) {
            return (TimerEntry<K>[]) new TimerEntry<?>[capacity];
        }

        void add(TimerEntry<K> timer) {
            if (size == timers.length) {
                timers = Arrays.copyOf(timers, 2 * size);
            }
            timers[size++] = timer;
            least = Math.min(least, timer.timestamp());
        }

        TimerEntry<K> at(int place) {
            return Objects.requireNonNull(timers[place]);
        }

        long latest() {
            long latest = Long.MIN_VALUE;
            for (int i = 0; i < size; i++) {
                latest = Math.max(latest, at(i).timestamp());
            }
            return latest;
        }

        /** Throws the dead away and says how many they were; {@link #least} is then a living one's. */
        int bury() {
            int before = size;
            size = 0;
            least = Long.MAX_VALUE;
            for (int i = 0; i < before; i++) {
                if (!at(i).dead) {
                    add(at(i));
                }
            }
            Arrays.fill(timers, size, before, null);
            return before - size;
        }
    }

    /** Timers up to here do not belong here. */
    long horizon() {
        return horizon;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** No timer here, dead or living, comes before this time; {@link Long#MAX_VALUE} when there is none. */
    long notBefore() {
        return size == 0 ? Long.MAX_VALUE : bucket(nearest).least;
    }

    private Bucket<K> bucket(int place) {
        Bucket<K> bucket = buckets[place];
        if (bucket == null) {
            bucket = new Bucket<>();
            buckets[place] = bucket;
        }
        return bucket;
    }

    /** Adds a timer beyond the horizon. */
    void add(TimerEntry<K> timer) {
        int place = Long.SIZE - 1 - Long.numberOfLeadingZeros(timer.timestamp() ^ horizon);
        bucket(place).add(timer);
        nearest = Math.min(nearest, place);
        size++;
    }

    /**
     * Moves on to the next few timers, or to the next time at which there are any, and hands them over, unsorted.
     *
     * @param someDead whether there may be dead ones, which are thrown away first
     * @return how many were thrown away
     */
    int moveNext(TimerRun<K> to, boolean someDead) {
        int buried = 0;
        while (size > 0) {
            Bucket<K> bucket = bucket(nearest);
            int dead = someDead ? bucket.bury() : 0;
            buried += dead;
            size -= dead;
            if (bucket.size > 0) {
                horizon = bucket.size <= ENOUGH ? bucket.latest() : bucket.least;
                spread(bucket, to);
                findNearest();
                return buried;
            }
            findNearest();
        }
        return buried;
    }

    /** Hands over what the horizon has reached; the others come nearer. */
    private void spread(Bucket<K> bucket, TimerRun<K> to) {
        int count = bucket.size;
        bucket.size = 0;
        bucket.least = Long.MAX_VALUE;
        size -= count;
        for (int i = 0; i < count; i++) {
            TimerEntry<K> timer = bucket.at(i);
            bucket.timers[i] = null; // none of them comes back into this bucket
            if (timer.timestamp() <= horizon) {
                to.add(timer);
            } else {
                add(timer);
            }
        }
    }

    private void findNearest() {
        while (nearest < Long.SIZE && bucket(nearest).size == 0) {
            nearest++;
        }
    }

    /** Begins again, with the horizon before all times. */
    void clear() {
        Arrays.fill(buckets, null);
        horizon = Long.MIN_VALUE;
        size = 0;
        nearest = Long.SIZE;
    }

    void addLivingTo(Collection<TimerEntry<K>> all) {
        for (Bucket<K> bucket : buckets) {
            for (int i = 0; bucket != null && i < bucket.size; i++) {
                if (!bucket.at(i).dead) {
                    all.add(bucket.at(i));
                }
            }
        }
    }
}
