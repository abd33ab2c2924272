package dev.tidemark.engine.time;

import dev.tidemark.engine.state.codec.Codec;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which timers fire: by time, then by key (in natural order where keys have one, else by their encoded bytes), then
 * by window.
 *
 * <p>A timer holds the rank of its key, so that most comparisons look at numbers only.
 */
final class TimerOrder<K> implements Comparator<TimerEntry<K>> {
    private final Comparator<K> keys;
    private final KeyRank<K> rank;

    TimerOrder(Codec<K> keys) {
        this.keys = keys.order();
        this.rank = KeyRank.of(this.keys);
    }

    /** See {@link KeyRank}. */
    long rank(K key) {
        return rank.of(key);
    }

    @Override
    public int compare(TimerEntry<K> left, TimerEntry<K> right) {
        if (left.timestamp() != right.timestamp()) {
            return left.timestamp() < right.timestamp() ? -1 : 1;
        }
        return left.rank() != right.rank() ? (left.rank() < right.rank() ? -1 : 1) : compareAtOnce(left, right);
    }

    /** Compares timers of one time and one rank; equal keys are seen without looking at their bytes. */
    @SuppressWarnings("unchecked")
    int compareAtOnce(TimerEntry<K> left, TimerEntry<K> right) {
        int byKey = left.key().equals(right.key()) ? 0 : keys.compare(left.key(), right.key());
        return byKey != 0 ? byKey : ((Comparable<Object>) left.namespace()).compareTo(right.namespace());
    }

    /** Sorts the first timers of an array; as numbers where times and ranks lie close enough together. */
    void sort(TimerEntry<K>[] timers, int size) {
        if (size < 2) {
            return;
        }
        long leastTime = Long.MAX_VALUE;
        long mostTime = Long.MIN_VALUE;
        long leastRank = Long.MAX_VALUE;
        long mostRank = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            leastTime = Math.min(leastTime, timers[i].timestamp());
            mostTime = Math.max(mostTime, timers[i].timestamp());
            leastRank = Math.min(leastRank, timers[i].rank());
            mostRank = Math.max(mostRank, timers[i].rank());
        }
        int placeBits = bits(size - 1);
        int rankBits = bits(mostRank - leastRank);
        if (bits(mostTime - leastTime) + rankBits + placeBits >= Long.SIZE) {
            Arrays.sort(timers, 0, size, this);
            return;
        }
        long[] packed = new long[size];
        for (int i = 0; i < size; i++) {
            long time = timers[i].timestamp() - leastTime;
            long ranked = (time << rankBits) | (timers[i].rank() - leastRank);
            packed[i] = (ranked << placeBits) | i;
        }
        sort(timers, packed, placeBits);
    }

    private void sort(TimerEntry<K>[] timers, long[] packed, int placeBits) {
        int size = packed.length;
        Arrays.sort(packed);
        TimerEntry<K>[] unsorted = Arrays.copyOf(timers, size);
        int alike = 0;
        for (int i = 0; i < size; i++) {
            timers[i] = unsorted[(int) (packed[i] & ((1L << placeBits) - 1))];
            if (packed[i] >>> placeBits != packed[alike] >>> placeBits) {
                settle(timers, alike, i);
                alike = i;
            }
        }
        settle(timers, alike, size);
    }

    /** Orders timers of one time and one rank. */
    private void settle(TimerEntry<K>[] timers, int from, int to) {
        if (to - from > 1) {
            Arrays.sort(timers, from, to, this::compareAtOnce);
        }
    }

    /** How many bits a difference takes; all of them when it is beyond a long. */
    private static int bits(long difference) {
        return Long.SIZE - Long.numberOfLeadingZeros(difference);
    }
}
