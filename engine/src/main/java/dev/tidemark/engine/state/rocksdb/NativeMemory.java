package dev.tidemark.engine.state.rocksdb;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** The native memory that several databases share; it exists while one of them is open. Any thread may ask for it. */
final class NativeMemory {
    /** Few shards, since a block that is larger than its shard is never kept. */
    private static final int SHARD_BITS = 1;

    private final long bytes;
    private @Nullable Cache cache;
    private @Nullable WriteBufferManager buffers;
    private int users;

    NativeMemory(long bytes) {
        this.bytes = bytes;
    }

    long bytes() {
        return bytes;
    }

    /** What a database is opened with. */
    record Shares(Cache cache, WriteBufferManager buffers) {}

    /** The shares of one more database. */
    synchronized Shares acquire() {
        if (users == 0) {
            RocksDB.loadLibrary();
            cache = new LRUCache(bytes, SHARD_BITS);
            buffers = new WriteBufferManager(bytes / 2, cache);
        }
        users++;
        return new Shares(Objects.requireNonNull(cache), Objects.requireNonNull(buffers));
    }

    /** A database is closed; with the last of them the memory goes. */
    synchronized void release() {
        users--;
        if (users == 0) {
            Objects.requireNonNull(buffers).close();
            Objects.requireNonNull(cache).close();
            buffers = null;
            cache = null;
        }
    }
}
