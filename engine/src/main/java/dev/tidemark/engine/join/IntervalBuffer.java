package dev.tidemark.engine.join;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The elements of one key and side that may still find a partner: by timestamp, those of one timestamp in the order of
 * their arrival.
 *
 * <p>Kept in two arrays, so that a range is found by halving and read in a row, and the oldest go by moving the
 * beginning. To readers it is a map from timestamps to lists. Source: the map state of Flink's {@code
 * IntervalJoinOperator}.
 */
final class IntervalBuffer extends AbstractMap<Long, List<Object>> {
    private static final int SMALLEST = 8;

    private long[] times = new long[SMALLEST];
    private Object[] values = new Object[SMALLEST];
    private int begin;
    private int end;
    private int timestamps;

    /** The place of the first element at {@code time} or later. */
    int from(long time) {
        int low = begin;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether there is an element at {@code place}, and it lies at {@code time} or earlier. */
    boolean until(int place, long time) {
        return place < end && times[place] <= time;
    }

    long time(int place) {
        return times[place];
    }

    Object value(int place) {
        return values[place];
    }

    /** Adds an element behind those of the same timestamp; those that are later move up. */
    void add(long time, Object value) {
        if (end == times.length) {
            makeRoom();
        }
        int place = end++;
        while (place > begin && times[place - 1] > time) {
            times[place] = times[place - 1];
            values[place] = values[place - 1];
            place--;
        }
        if (place == begin || times[place - 1] != time) {
            timestamps++;
        }
        times[place] = time;
        values[place] = value;
    }

    /** Moves everything to the front where that frees half, else into arrays twice as long. */
    private void makeRoom() {
        int length = end - begin;
        long[] newTimes = begin > times.length / 2 ? times : new long[times.length * 2];
        Object[] newValues = begin > times.length / 2 ? values : new Object[times.length * 2];
        System.arraycopy(times, begin, newTimes, 0, length);
        System.arraycopy(values, begin, newValues, 0, length);
        if (newValues == values) {
            Arrays.fill(values, length, end, null);
        }
        times = newTimes;
        values = newValues;
        begin = 0;
        end = length;
    }

    /** Removes the elements of one timestamp, if there are any. */
    void removeAt(long time) {
        int first = begin < end && times[begin] == time ? begin : from(time);
        int last = behind(first, time);
        if (first == last) {
            return;
        }
        timestamps--;
        if (first == begin) {
            Arrays.fill(values, first, last, null);
            begin = last;
            return;
        }
        System.arraycopy(times, last, times, first, end - last);
        System.arraycopy(values, last, values, first, end - last);
        Arrays.fill(values, end - (last - first), end, null);
        end -= last - first;
    }

    /** The place behind the elements of one timestamp, the first of which is at {@code place}. */
    private int behind(int place, long time) {
        int last = place;
        while (last < end && times[last] == time) {
            last++;
        }
        return last;
    }

    /** How many timestamps there are. */
    @Override
    public int size() {
        return timestamps;
    }

    @Override
    public Set<Map.Entry<Long, List<Object>>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return timestamps;
            }

            @Override
            public Iterator<Map.Entry<Long, List<Object>>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<Long, List<Object>>> {
        private int place = begin;

        @Override
        public boolean hasNext() {
            return place < end;
        }

        @Override
        public Map.Entry<Long, List<Object>> next() {
            if (place >= end) {
                throw new NoSuchElementException();
            }
            long time = times[place];
            int first = place;
            place = behind(first, time);
            return Map.entry(time, List.of(Arrays.copyOfRange(values, first, place)));
        }
    }
}
