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
 */
public final class TimerQueue<K> {
    private final Codec<K> keys;
    private final Codec<Comparable<?>> namespaces;
    private final Comparator<K> keyOrder;
    private final TimerIndex<K> index = new TimerIndex<>();
    private @Nullable TimerEntry<K>[] heap = heap(16);
    private long[] times = new long[16];
    private int size;

    public TimerQueue(Codec<K> keys, Codec<Comparable<?>> namespaces) {
        this.keys = keys;
        this.namespaces = namespaces;
        this.keyOrder = keys.order();
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
        TimerEntry<K> timer = new TimerEntry<>(key, namespace, timestamp);
        index.add(timer);
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        up(size++, timer);
        return timer;
    }

    /** Removes a timer and returns it; null when there was none. */
    public @Nullable TimerEntry<K> remove(K key, Comparable<?> namespace, long timestamp) {
        TimerEntry<K> timer = index.find(key, namespace, timestamp);
        if (timer != null) {
            remove(timer);
        }
        return timer;
    }

    private void remove(TimerEntry<K> timer) {
        index.remove(timer);
        int hole = timer.place;
        TimerEntry<K> last = at(--size);
        heap[size] = null;
        if (hole < size) {
            if (hole > 0 && before(last.timestamp(), last, (hole - 1) >>> 1)) {
                up(hole, last);
            } else {
                down(hole, last);
            }
        }
    }

    private TimerEntry<K> at(int place) {
        return Objects.requireNonNull(heap[place]);
    }

    private void put(int place, TimerEntry<K> timer) {
        heap[place] = timer;
        times[place] = timer.timestamp();
        timer.place = place;
    }

    private void up(int from, TimerEntry<K> timer) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!before(timer.timestamp(), timer, parent)) {
                break;
            }
            put(place, at(parent));
            place = parent;
        }
        put(place, timer);
    }

    private void down(int from, TimerEntry<K> timer) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && before(times[child + 1], at(child + 1), child)) {
                child++;
            }
            if (!before(times[child], at(child), timer)) {
                break;
            }
            put(place, at(child));
            place = child;
        }
        put(place, timer);
    }

    private boolean before(long time, TimerEntry<K> timer, int place) {
        return time != times[place] ? time < times[place] : beforeAtOnce(timer, at(place));
    }

    private boolean before(long time, TimerEntry<K> timer, TimerEntry<K> other) {
        return time != other.timestamp() ? time < other.timestamp() : beforeAtOnce(timer, other);
    }

    /** Equal keys are seen without looking at their bytes. */
    @SuppressWarnings("unchecked")
    private boolean beforeAtOnce(TimerEntry<K> left, TimerEntry<K> right) {
        int byKey = left.key().equals(right.key()) ? 0 : keyOrder.compare(left.key(), right.key());
        return byKey != 0 ? byKey < 0 : ((Comparable<Object>) left.namespace()).compareTo(right.namespace()) < 0;
    }

    /** The time of the first timer, {@link Long#MAX_VALUE} when there is none. */
    public long nextTime() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /** Removes and returns the first timer at or before {@code timestamp}, or null. */
    public @Nullable TimerEntry<K> pollUntil(long timestamp) {
        if (!hasUntil(timestamp)) {
            return null;
        }
        TimerEntry<K> first = at(0);
        remove(first);
        return first;
    }

    /** Whether a timer at or before {@code timestamp} waits. */
    public boolean hasUntil(long timestamp) {
        return size > 0 && times[0] <= timestamp;
    }

    public int size() {
        return size;
    }

    /** A copy of the timers, in the order in which they will fire. */
    public List<TimerEntry<K>> list() {
        List<TimerEntry<K>> timers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            timers.add(at(i));
        }
        timers.sort((left, right) -> left == right ? 0 : before(left.timestamp(), left, right) ? -1 : 1);
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
