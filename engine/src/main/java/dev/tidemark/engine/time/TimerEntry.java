package dev.tidemark.engine.time;

/**
 * A timer that waits to fire.
 *
 * <p>Two timers are equal when key, namespace and time are: a queue holds each once.
 */
public final class TimerEntry<K> {
    private final K key;
    private final Comparable<?> namespace;
    private final long timestamp;
    private final long rank;
    private final int hash;

    /** Whether it was deleted and waits in its queue only to be thrown away. */
    boolean dead;

    /**
     * A timer that is in no queue.
     *
     * @param key the key that registered it
     * @param namespace the window it belongs to, or no namespace
     * @param timestamp milliseconds of event or processing time
     */
    public TimerEntry(K key, Comparable<?> namespace, long timestamp) {
        this(key, namespace, timestamp, 0);
    }

    /** A timer of a queue that ranks its keys. */
    TimerEntry(K key, Comparable<?> namespace, long timestamp, long rank) {
        this.rank = rank;
        this.key = key;
        this.namespace = namespace;
        this.timestamp = timestamp;
        this.hash = hash(key, namespace, timestamp);
    }

    static int hash(Object key, Comparable<?> namespace, long timestamp) {
        int mixed = (key.hashCode() * 31 + namespace.hashCode()) * 31 + Long.hashCode(timestamp);
        mixed *= 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    public K key() {
        return key;
    }

    public Comparable<?> namespace() {
        return namespace;
    }

    public long timestamp() {
        return timestamp;
    }

    /** Where its key stands among others; see {@link KeyRank}. */
    long rank() {
        return rank;
    }

    boolean is(Object otherKey, Comparable<?> otherNamespace, long otherTimestamp) {
        return timestamp == otherTimestamp && key.equals(otherKey) && namespace.equals(otherNamespace);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimerEntry<?> timer && timer.is(key, namespace, timestamp);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "timer of " + key + " " + namespace + " at " + Times.text(timestamp);
    }
}
