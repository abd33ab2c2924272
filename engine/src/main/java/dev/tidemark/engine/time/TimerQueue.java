package dev.tidemark.engine.time;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one operator in one time domain, each at most once.
 *
 * <p>Where Flink leaves the order of timers of equal time open, it is fixed here: by time, then by key (in natural
 * order where keys have one, else by their encoded bytes), then by window.
 *
 * <p>A heap with four branches, with times and the beginnings of keys in columns of their own: most comparisons read
 * nothing else. A timer that is deleted stays in it, dead, until it comes to the top or the dead are the majority.
 */
public final class TimerQueue<K> {
    private static final int BRANCHES = 4;
    private static final int SMALLEST = 16;

    private final Codec<K> keys;
    private final Codec<Comparable<?>> namespaces;
    private final KeyRank<K> rank;
    private final Comparator<K> keyOrder;
    private final SharedKeys<K> shared = new SharedKeys<>();
    private final TimerIndex<K> index = new TimerIndex<>();
    private @Nullable TimerEntry<K>[] heap = heap(SMALLEST);
    private long[] times = new long[SMALLEST];
    private long[] ranks = new long[SMALLEST];
    private int used;
    private int size;

    public TimerQueue(Codec<K> keys, Codec<Comparable<?>> namespaces) {
        this.keys = keys;
        this.namespaces = namespaces;
        this.keyOrder = keys.order();
        this.rank = KeyRank.of(keyOrder);
    }

    @SuppressWarnings("unchecked")
    private static <K> @Nullable TimerEntry<K>[] heap(int capacity) {
        return (TimerEntry<K>[]) new TimerEntry<?>[capacity];
    }

    /** Adds a timer and returns it; null when it was there already. */
    public @Nullable TimerEntry<K> add(K key, Comparable<?> namespace, long timestamp) {
        if (index.find(key, namespace, timestamp) != null) {
            return null;
        }
        TimerEntry<K> timer = new TimerEntry<>(shared.of(key), namespace, timestamp);
        index.add(timer);
        if (used == heap.length) {
            heap = Arrays.copyOf(heap, 2 * used);
            times = Arrays.copyOf(times, 2 * used);
            ranks = Arrays.copyOf(ranks, 2 * used);
        }
        size++;
        up(used++, timer, rank.of(key));
        return timer;
    }

    /** Removes a timer and returns it; null when there was none. */
    public @Nullable TimerEntry<K> remove(K key, Comparable<?> namespace, long timestamp) {
        TimerEntry<K> timer = index.find(key, namespace, timestamp);
        if (timer != null) {
            index.remove(timer);
            timer.dead = true;
            size--;
            bury();
        }
        return timer;
    }

    /** Leaves no dead timer at the top, and no more dead than living ones below. */
    private void bury() {
        while (used > 0 && at(0).dead) {
            removeTop();
        }
        if (used > SMALLEST && used > 2 * size) {
            int kept = 0;
            for (int i = 0; i < used; i++) {
                if (!at(i).dead) {
                    put(kept++, at(i), ranks[i]);
                }
            }
            Arrays.fill(heap, kept, used, null);
            used = kept;
            for (int i = (kept - 2) / BRANCHES; i >= 0; i--) {
                down(i, at(i), ranks[i]);
            }
        }
    }

    private void removeTop() {
        TimerEntry<K> last = at(--used);
        heap[used] = null;
        if (used > 0) {
            down(0, last, ranks[used]);
        }
    }

    private TimerEntry<K> at(int place) {
        return Objects.requireNonNull(heap[place]);
    }

    private void put(int place, TimerEntry<K> timer, long ranked) {
        heap[place] = timer;
        times[place] = timer.timestamp();
        ranks[place] = ranked;
    }

    private void move(int from, int to) {
        heap[to] = heap[from];
        times[to] = times[from];
        ranks[to] = ranks[from];
    }

    private void up(int from, TimerEntry<K> timer, long ranked) {
        int place = from;
        put(place, timer, ranked);
        while (place > 0) {
            int parent = (place - 1) / BRANCHES;
            if (!before(place, parent)) {
                return;
            }
            move(parent, place);
            put(parent, timer, ranked);
            place = parent;
        }
    }

    private void down(int from, TimerEntry<K> timer, long ranked) {
        int place = from;
        put(place, timer, ranked);
        while (BRANCHES * place + 1 < used) {
            int first = BRANCHES * place + 1;
            int least = first;
            for (int child = first + 1; child < Math.min(first + BRANCHES, used); child++) {
                least = before(child, least) ? child : least;
            }
            if (!before(least, place)) {
                return;
            }
            move(least, place);
            put(least, timer, ranked);
            place = least;
        }
    }

    /** Whether the timer at one place fires before that at another. */
    private boolean before(int left, int right) {
        if (times[left] != times[right]) {
            return times[left] < times[right];
        }
        return ranks[left] != ranks[right] ? ranks[left] < ranks[right] : compareAtOnce(at(left), at(right)) < 0;
    }

    /** Equal keys are seen without looking at their bytes. */
    @SuppressWarnings("unchecked")
    private int compareAtOnce(TimerEntry<K> left, TimerEntry<K> right) {
        int byKey = left.key().equals(right.key()) ? 0 : keyOrder.compare(left.key(), right.key());
        return byKey != 0 ? byKey : ((Comparable<Object>) left.namespace()).compareTo(right.namespace());
    }

    /** The time of the first timer, {@link Long#MAX_VALUE} when there is none. */
    public long nextTime() {
        return used == 0 ? Long.MAX_VALUE : times[0];
    }

    /** Removes and returns the first timer at or before {@code timestamp}, or null. */
    public @Nullable TimerEntry<K> pollUntil(long timestamp) {
        if (!hasUntil(timestamp)) {
            return null;
        }
        TimerEntry<K> first = at(0);
        index.remove(first);
        size--;
        removeTop();
        bury();
        return first;
    }

    /** Whether a timer at or before {@code timestamp} waits. */
    public boolean hasUntil(long timestamp) {
        return used > 0 && times[0] <= timestamp;
    }

    public int size() {
        return size;
    }

    /** A copy of the timers, in the order in which they will fire. */
    public List<TimerEntry<K>> list() {
        List<TimerEntry<K>> timers = new ArrayList<>(size);
        for (int i = 0; i < used; i++) {
            if (!at(i).dead) {
                timers.add(at(i));
            }
        }
        timers.sort(
                Comparator.<TimerEntry<K>>comparingLong(TimerEntry::timestamp).thenComparing(this::compareAtOnce));
        return timers;
    }

    /** Writes one timer. */
    public void write(TimerEntry<K> timer, ByteSink out) {
        keys.write(timer.key(), out);
        namespaces.write(timer.namespace(), out);
        out.writeLong(timer.timestamp());
    }

    /** Adds timers: how many, then each as {@link #write} wrote it. */
    public void restore(ByteSource in) {
        int count = in.readLength();
        for (int i = 0; i < count; i++) {
            add(keys.read(in), namespaces.read(in), in.readLong());
        }
    }
}
