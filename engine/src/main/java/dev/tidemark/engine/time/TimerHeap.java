package dev.tidemark.engine.time;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A few timers, the first on top: a heap with four branches.
 *
 * <p>Times and ranks stand in columns of their own, so that most comparisons read nothing else.
 */
final class TimerHeap<K> {
    private static final int BRANCHES = 4;
    private static final int SMALLEST = 16;

    private final TimerOrder<K> order;
    private @Nullable TimerEntry<K>[] timers = timers(SMALLEST);
    private long[] times = new long[SMALLEST];
    private long[] ranks = new long[SMALLEST];
    private int size;

    TimerHeap(TimerOrder<K> order) {
        this.order = order;
    }

    @SuppressWarnings("unchecked")
    private static <K> @Nullable TimerEntry<K>[] timers(int capacity) {
        return (TimerEntry<K>[]) new TimerEntry<?>[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    TimerEntry<K> first() {
        return at(0);
    }

    private TimerEntry<K> at(int place) {
        return Objects.requireNonNull(timers[place]);
    }

    void add(TimerEntry<K> timer) {
        if (size == timers.length) {
            timers = Arrays.copyOf(timers, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
            ranks = Arrays.copyOf(ranks, 2 * size);
        }
        up(size++, timer, timer.rank());
    }

    void removeFirst() {
        TimerEntry<K> last = at(--size);
        timers[size] = null;
        if (size > 0) {
            down(last, ranks[size]);
        }
    }

    private void put(int place, TimerEntry<K> timer, long rank) {
        timers[place] = timer;
        times[place] = timer.timestamp();
        ranks[place] = rank;
    }

    private void move(int from, int to) {
        timers[to] = timers[from];
        times[to] = times[from];
        ranks[to] = ranks[from];
    }

    private void up(int from, TimerEntry<K> timer, long rank) {
        int place = from;
        put(place, timer, rank);
        while (place > 0) {
            int parent = (place - 1) / BRANCHES;
            if (!before(place, parent)) {
                return;
            }
            move(parent, place);
            put(parent, timer, rank);
            place = parent;
        }
    }

    private void down(TimerEntry<K> timer, long rank) {
        int place = 0;
        put(place, timer, rank);
        while (BRANCHES * place + 1 < size) {
            int first = BRANCHES * place + 1;
            int least = first;
            for (int child = first + 1; child < Math.min(first + BRANCHES, size); child++) {
                least = before(child, least) ? child : least;
            }
            if (!before(least, place)) {
                return;
            }
            move(least, place);
            put(least, timer, rank);
            place = least;
        }
    }

    /** Whether the timer at one place fires before that at another. */
    private boolean before(int left, int right) {
        if (times[left] != times[right]) {
            return times[left] < times[right];
        }
        return ranks[left] != ranks[right] ? ranks[left] < ranks[right] : order.compareAtOnce(at(left), at(right)) < 0;
    }

    void clear() {
        Arrays.fill(timers, 0, size, null);
        size = 0;
    }

    void addLivingTo(Collection<TimerEntry<K>> all) {
        for (int i = 0; i < size; i++) {
            if (!at(i).dead) {
                all.add(at(i));
            }
        }
    }
}
