package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.Keyframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Checkpoint;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Rows of bytes in one RocksDB, in a temporary folder that goes when it is closed.
 *
 * <p>Nothing is logged ahead, since nobody opens the folder again.
 */
final class Database implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int FILTER_BITS = 10;
    private static final double MEMTABLE_FILTER = 0.02;
    private static final long LARGEST_BUFFER = 64L << 20;

    private final Handles handles;
    private final Cleaner.Cleanable closing;
    private List<Keyframe.File> before = List.of();

    /** Sees one row. */
    @FunctionalInterface
    interface RowVisitor {
        void row(byte[] key, byte[] content);
    }

    /** What is to be given back: it knows nothing of the database, so that one that nobody holds any more can be closed by it. */
    private static final class Handles implements Runnable {
        private final TemporaryFolder folder;
        private final NativeMemory memory;
        private final BloomFilter filter = new BloomFilter(FILTER_BITS);
        private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
        private final Options options;
        private final RocksDB db;

        Handles(TemporaryFolder folder, NativeMemory memory) throws RocksDBException {
            this.folder = folder;
            this.memory = memory;
            this.options = options(memory.bytes(), memory.acquire(), filter);
            try {
                this.db = RocksDB.open(options, rows(folder).toString());
            } catch (RocksDBException e) {
                closeRest();
                throw e;
            }
        }

        @Override
        public void run() {
            db.close();
            closeRest();
        }

        private void closeRest() {
            options.close();
            unlogged.close();
            filter.close();
            memory.release();
            folder.close();
        }
    }

    private Database(Handles handles) {
        this.handles = handles;
        this.closing = CLEANER.register(this, handles);
    }

    /** A new, empty database in a folder that is its own from now on. */
    static Database in(TemporaryFolder folder, NativeMemory memory) {
        try {
            return new Database(new Handles(folder, memory));
        } catch (RocksDBException e) {
            throw failed("open a database", folder.path(), e);
        }
    }

    /** A database in a folder that is its own from now on, with the rows of a keyframe. */
    static Database of(Path keyframe, TemporaryFolder folder, NativeMemory memory) {
        try {
            KeyframeFiles.link(keyframe, rows(folder));
        } catch (UncheckedIOException e) {
            folder.close();
            throw e;
        }
        return in(folder, memory);
    }

    private static Path rows(TemporaryFolder folder) {
        return folder.path().resolve("rows");
    }

    /** Indexes and filters in parts, of which those in use stay in memory: a whole one may be larger than that. */
    private static Options options(long bytes, NativeMemory.Shares shares, BloomFilter filter) {
        BlockBasedTableConfig tables = new BlockBasedTableConfig()
                .setBlockCache(shares.cache())
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true)
                .setFilterPolicy(filter)
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setPinTopLevelIndexAndFilter(true);
        return new Options()
                .setCreateIfMissing(true)
                .setTableFormatConfig(tables)
                .setWriteBufferManager(shares.buffers())
                .setWriteBufferSize(Math.min(LARGEST_BUFFER, bytes / 4))
                .setMemtablePrefixBloomSizeRatio(MEMTABLE_FILTER)
                .setMemtableWholeKeyFiltering(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setAvoidFlushDuringShutdown(true)
                .setInfoLogLevel(InfoLogLevel.FATAL_LEVEL)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0);
    }

    private static UncheckedIOException failed(String doing, Path folder, RocksDBException e) {
        return new UncheckedIOException(new IOException(
                "RocksDB could not " + doing + " in " + folder + ": " + e.getMessage()
                        + "; see that the disk has room and the folder is there",
                e));
    }

    private UncheckedIOException failed(String doing, RocksDBException e) {
        return failed(doing, folder(), e);
    }

    /** What tables there are, in a database that was made of a keyframe. */
    List<TableMark> marks() {
        List<TableMark> marks = new ArrayList<>();
        scan(TableMark.first(), TableMark.end(), (key, content) -> marks.add(TableMark.of(key, content)));
        return marks;
    }

    /** Takes all rows as they are now, with these marks of the tables. */
    Keyframe keyframe(List<TableMark> marks, Path into) {
        deleteRange(TableMark.first(), TableMark.end());
        try (WriteBatch batch = new WriteBatch();
                Checkpoint checkpoint = Checkpoint.create(handles.db)) {
            for (TableMark mark : marks) {
                batch.put(mark.key(), mark.content());
            }
            write(batch);
            checkpoint.createCheckpoint(into.toString());
        } catch (RocksDBException e) {
            throw failed("take a keyframe", e);
        }
        List<Keyframe.File> files = KeyframeFiles.in(into, before);
        before = files;
        return new Keyframe(into, files);
    }

    /** The folder in which files may lie that go with the database. */
    Path folder() {
        return handles.folder.path();
    }

    /** The content of a row, null when there is none. */
    byte @Nullable [] get(byte[] key) {
        try {
            return handles.db.get(key);
        } catch (RocksDBException e) {
            throw failed("read a row", e);
        }
    }

    /** Puts and deletes what is in {@code batch}. */
    void write(WriteBatch batch) {
        try {
            handles.db.write(handles.unlogged, batch);
        } catch (RocksDBException e) {
            throw failed("write rows", e);
        }
    }

    /** Deletes the rows with keys in {@code [from, to)}. */
    void deleteRange(byte[] from, byte[] to) {
        try {
            handles.db.deleteRange(handles.unlogged, from, to);
        } catch (RocksDBException e) {
            throw failed("delete rows", e);
        }
    }

    /** Shows the rows with keys in {@code [from, to)}, in the order of the keys' bytes. */
    void scan(byte[] from, byte[] to, RowVisitor visitor) {
        try (Slice end = new Slice(to);
                ReadOptions reading =
                        new ReadOptions().setIterateUpperBound(end).setFillCache(false);
                RocksIterator rows = handles.db.newIterator(reading)) {
            for (rows.seek(from); rows.isValid(); rows.next()) {
                visitor.row(rows.key(), rows.value());
            }
            rows.status();
        } catch (RocksDBException e) {
            throw failed("read rows", e);
        }
    }

    /** Closes the database and removes its folder; to be called once nobody uses it any more. */
    @Override
    public void close() {
        closing.clean();
    }
}
