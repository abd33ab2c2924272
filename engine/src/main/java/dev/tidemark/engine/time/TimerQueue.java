package dev.tidemark.engine.time;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one operator in one time domain, each at most once.
 *
 * <p>Where Flink leaves the order of timers of equal time open, it is fixed here: by time, then by key (in natural
 * order where keys have one, else by their encoded bytes), then by window.
 *
 * <p>Timers that are far off lie unsorted in buckets of time; those that are due next are sorted together; the few that are set
 * before these are kept in a heap. A timer that is deleted stays where it is, dead, until it comes to the front or the dead
 * are the majority.
 */
public final class TimerQueue<K> {
    private static final int FEW = 1_024;

    private final Codec<K> keys;
    private final Codec<Comparable<?>> namespaces;
    private final TimerOrder<K> order;
    private final SharedKeys<K> shared = new SharedKeys<>();
    private final TimerIndex<K> index = new TimerIndex<>();
    private final TimerRun<K> run = new TimerRun<>();
    private final TimerHeap<K> early;
    private final FarTimers<K> far = new FarTimers<>();
    private int size;
    private int dead;

    public TimerQueue(Codec<K> keys, Codec<Comparable<?>> namespaces) {
        this.keys = keys;
        this.namespaces = namespaces;
        this.order = new TimerOrder<>(keys);
        this.early = new TimerHeap<>(order);
    }

    /** Adds a timer and returns it; null when it was there already. */
    public @Nullable TimerEntry<K> add(K key, Comparable<?> namespace, long timestamp) {
        if (index.find(key, namespace, timestamp) != null) {
            return null;
        }
        TimerEntry<K> timer = new TimerEntry<>(shared.of(key), namespace, timestamp, order.rank(key));
        index.add(timer);
        size++;
        put(timer);
        return timer;
    }

    private void put(TimerEntry<K> timer) {
        if (timer.timestamp() > far.horizon()) {
            far.add(timer);
        } else {
            early.add(timer);
            boolean most = early.size() > FEW && 2 * early.size() > size + dead;
            if (most && timer.timestamp() > Long.MIN_VALUE) {
                beginAgain();
            }
        }
    }

    /** Most timers are before what was thought to be next: they become far ones of a new horizon. */
    private void beginAgain() {
        List<TimerEntry<K>> all = living();
        run.clear();
        early.clear();
        far.clear();
        dead = 0;
        all.forEach(this::put);
    }

    /** Removes a timer and returns it; null when there was none. */
    public @Nullable TimerEntry<K> remove(K key, Comparable<?> namespace, long timestamp) {
        TimerEntry<K> timer = index.find(key, namespace, timestamp);
        if (timer != null) {
            index.remove(timer);
            timer.dead = true;
            size--;
            dead++;
            if (dead > FEW && dead > size) {
                beginAgain();
            }
        }
        return timer;
    }

    /** The first timer, or null; it is at the front of the run or of the heap. */
    private @Nullable TimerEntry<K> first() {
        while (true) {
            TimerEntry<K> first = front();
            if (first == null && far.isEmpty()) {
                return null;
            } else if (first == null) {
                dead -= far.moveNext(run, dead > 0);
                run.sort(order);
            } else if (first.dead) {
                removeFront();
                dead--;
            } else {
                return first;
            }
        }
    }

    /** The first of the run and of the heap, dead or living. */
    private @Nullable TimerEntry<K> front() {
        if (run.isEmpty()) {
            return early.isEmpty() ? null : early.first();
        }
        return frontIsEarly() ? early.first() : run.first();
    }

    private boolean frontIsEarly() {
        return !early.isEmpty() && (run.isEmpty() || order.compare(early.first(), run.first()) < 0);
    }

    private void removeFront() {
        if (frontIsEarly()) {
            early.removeFirst();
        } else {
            run.removeFirst();
        }
    }

    /** The time of the first timer, {@link Long#MAX_VALUE} when there is none. */
    public long nextTime() {
        TimerEntry<K> first = first();
        return first == null ? Long.MAX_VALUE : first.timestamp();
    }

    /** Removes and returns the first timer at or before {@code timestamp}, or null. */
    public @Nullable TimerEntry<K> pollUntil(long timestamp) {
        if (!hasUntil(timestamp)) {
            return null;
        }
        TimerEntry<K> first = Objects.requireNonNull(first());
        removeFront();
        index.remove(first);
        size--;
        return first;
    }

    /** Whether a timer at or before {@code timestamp} waits; timers that are far off stay where they are. */
    public boolean hasUntil(long timestamp) {
        boolean near = !run.isEmpty() || !early.isEmpty();
        return (near || far.notBefore() <= timestamp) && size > 0 && nextTime() <= timestamp;
    }

    public int size() {
        return size;
    }

    /** A copy of the timers, in the order in which they will fire. */
    public List<TimerEntry<K>> list() {
        List<TimerEntry<K>> timers = living();
        timers.sort(order);
        return timers;
    }

    private List<TimerEntry<K>> living() {
        List<TimerEntry<K>> timers = new ArrayList<>(size);
        run.addLivingTo(timers);
        early.addLivingTo(timers);
        far.addLivingTo(timers);
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
