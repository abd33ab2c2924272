package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.KeyframedBackend;
import java.nio.file.Path;
import org.rocksdb.RocksDB;

/**
 * Keeps keyed state in RocksDB, in files of a temporary folder: for state that is larger than the heap.
 *
 * <p>Memory has two bounds. {@link #hotBytes} is that of the entries in use, which stand on the heap as objects, by estimate and for
 * each run. {@link #nativeBytes} is that of all databases opened by this value together: blocks read, their indexes and filters,
 * and rows that are not yet in a file. Files lie in a folder of their own for each run, which is removed when the run is closed,
 * when it is garbage, or when the process ends, whichever comes first.
 *
 * <p>Values that are read are copies, so a function that changes one has to store it, as on a cluster. Source: Flink's {@code
 * EmbeddedRocksDBStateBackend}.
 */
public final class RocksDbStateBackend implements KeyframedBackend.Factory {
    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST_NATIVE = MEGABYTE;
    private static final long USUAL_HOT = 64 * MEGABYTE;
    private static final long USUAL_NATIVE = 128 * MEGABYTE;

    private final Path folder;
    private final long hotBytes;
    private final NativeMemory memory;

    private RocksDbStateBackend(Path folder, long hotBytes, NativeMemory memory) {
        this.folder = folder;
        this.hotBytes = hotBytes;
        this.memory = memory;
    }

    /** With 64 MB for entries in use, 128 MB of native memory, and files in the folder for temporary ones. */
    public static RocksDbStateBackend create() {
        return new RocksDbStateBackend(
                Path.of(System.getProperty("java.io.tmpdir")), USUAL_HOT, new NativeMemory(USUAL_NATIVE));
    }

    /**
     * The same with so many bytes for the entries in use of each run; 0 keeps none.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public RocksDbStateBackend hotBytes(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("hotBytes(" + bytes + "): memory can't be negative; 0 keeps no entry");
        }
        return new RocksDbStateBackend(folder, bytes, memory);
    }

    /**
     * The same with so many bytes of native memory, for all runs together.
     *
     * @throws IllegalArgumentException if it is less than a megabyte
     */
    public RocksDbStateBackend nativeBytes(long bytes) {
        if (bytes < LEAST_NATIVE) {
            throw new IllegalArgumentException(
                    "nativeBytes(" + bytes + "): RocksDB needs " + LEAST_NATIVE + " bytes at least; give it more");
        }
        return new RocksDbStateBackend(folder, hotBytes, new NativeMemory(bytes));
    }

    /** The same with the temporary folders of its runs in this folder, which has to exist. */
    public RocksDbStateBackend folder(Path parent) {
        return new RocksDbStateBackend(parent, hotBytes, memory);
    }

    /**
     * A new backend without a table; no file is written before memory is short.
     *
     * @throws IllegalStateException if RocksDB is not on the class path
     */
    @Override
    public KeyframedBackend open() {
        return opened();
    }

    @Override
    public KeyframedBackend open(Path keyframe) {
        RocksDbBackend backend = opened();
        backend.goOnWith(keyframe);
        return backend;
    }

    private RocksDbBackend opened() {
        try {
            RocksDB.loadLibrary();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "RocksDB is not on the class path; add org.rocksdb:rocksdbjni, or keep state on the heap", e);
        }
        return new RocksDbBackend(folder, hotBytes, memory);
    }

    @Override
    public String toString() {
        return "RocksDB with " + hotBytes + " bytes for entries in use and " + memory.bytes()
                + " bytes of native memory";
    }
}
