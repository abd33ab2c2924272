package dev.tidemark.engine.time;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Timers that are due next, put together and sorted once, and then taken from the front. */
final class TimerRun<K> {
    private @Nullable TimerEntry<K>[] timers = timers(16);
    private int front;
    private int end;

    @SuppressWarnings("unchecked")
    private static <K> @Nullable TimerEntry<K>[] timers(int capacity) {
        return (TimerEntry<K>[]) new TimerEntry<?>[capacity];
    }

    boolean isEmpty() {
        return front == end;
    }

    int size() {
        return end - front;
    }

    TimerEntry<K> first() {
        return at(front);
    }

    private TimerEntry<K> at(int place) {
        return Objects.requireNonNull(timers[place]);
    }

    void removeFirst() {
        timers[front++] = null;
        if (front == end) {
            front = 0;
            end = 0;
        }
    }

    /** Adds a timer at the end, wherever it belongs; {@link #sort} comes after the last. */
    void add(TimerEntry<K> timer) {
        if (end == timers.length) {
            timers = Arrays.copyOf(timers, 2 * end);
        }
        timers[end++] = timer;
    }

    /** Puts the timers in order; none was taken yet. */
    @SuppressWarnings("NullAway") // no place before the end is empty
    void sort(TimerOrder<K> order) {
        order.sort(timers, end);
    }

    void clear() {
        Arrays.fill(timers, front, end, null);
        front = 0;
        end = 0;
    }

    void addLivingTo(Collection<TimerEntry<K>> all) {
        for (int i = front; i < end; i++) {
            if (!at(i).dead) {
                all.add(at(i));
            }
        }
    }
}
