package dev.tidemark.engine.time;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
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
    private final TreeSet<TimerEntry<K>> timers;

    public TimerQueue(Codec<K> keys, Codec<Comparable<?>> namespaces) {
        this.keys = keys;
        this.namespaces = namespaces;
        this.timers = new TreeSet<>(Comparator.<TimerEntry<K>>comparingLong(TimerEntry::timestamp)
                .thenComparing(TimerEntry::key, ordered(keys.order()))
                .thenComparing((a, b) -> compare(a.namespace(), b.namespace())));
    }

    /** Equal keys, the usual case of a timer that is set again, are seen without looking at their bytes. */
    private static <K> Comparator<K> ordered(Comparator<K> order) {
        return (left, right) -> left.equals(right) ? 0 : order.compare(left, right);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> left, Comparable<?> right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** Adds a timer; false when it was there already. */
    public boolean add(TimerEntry<K> timer) {
        return timers.add(timer);
    }

    /** Removes a timer; false when there was none. */
    public boolean remove(TimerEntry<K> timer) {
        return timers.remove(timer);
    }

    /** The time of the first timer, or null when there is none. */
    public @Nullable Long nextTime() {
        return timers.isEmpty() ? null : timers.first().timestamp();
    }

    /** Removes and returns the first timer at or before {@code timestamp}, or null. */
    public @Nullable TimerEntry<K> pollUntil(long timestamp) {
        return timers.isEmpty() || timers.first().timestamp() > timestamp ? null : timers.pollFirst();
    }

    /** Whether a timer at or before {@code timestamp} waits. */
    public boolean hasUntil(long timestamp) {
        return !timers.isEmpty() && timers.first().timestamp() <= timestamp;
    }

    public int size() {
        return timers.size();
    }

    /** A copy of the timers, in the order in which they will fire. */
    public List<TimerEntry<K>> list() {
        return new ArrayList<>(timers);
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
            timers.add(new TimerEntry<>(keys.read(in), namespaces.read(in), in.readLong()));
        }
    }
}
