package dev.tidemark.engine.state.rocksdb;

import org.jspecify.annotations.Nullable;

/** What is known in memory of one key and namespace of a table: its value, or that there is none. */
final class HotEntry<K, N, V> {
    /** On the heap, beside key, namespace and value: this object and its places in two arrays. */
    static final int OWN_BYTES = 112;

    final RocksDbTable<K, N, V> table;
    final int hash;
    final K key;
    final N namespace;

    /** The next of the same bucket of its table. */
    @Nullable
    HotEntry<K, N, V> next;

    /** Where it stands among all of the backend. */
    int place;

    /** The value, null for none. */
    @Nullable
    V value;

    /** Counts entries of the table in the order in which they came. */
    long sequence;

    /** Whether the database has a row for it, of whatever content. */
    boolean stored;

    /** Whether that row, or that there is none, is out of date. */
    boolean dirty;

    /** Whether it was asked for since somebody last looked for one to give up. */
    boolean used;

    /** What it takes on the heap, by estimate. */
    long bytes = OWN_BYTES;

    /** How often it was changed since it was read. */
    int changes;

    HotEntry(RocksDbTable<K, N, V> table, int hash, K key, N namespace) {
        this.table = table;
        this.hash = hash;
        this.key = key;
        this.namespace = namespace;
    }
}
