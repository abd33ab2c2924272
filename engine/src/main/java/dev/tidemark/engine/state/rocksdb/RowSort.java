package dev.tidemark.engine.state.rocksdb;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Brings rows into the order in which their entries came: in memory, or where they are many by sorted files that are merged.
 *
 * <p>Reads and writes by streams that no interrupt of the thread breaks off.
 */
final class RowSort implements AutoCloseable {
    private static final long MOST_IN_MEMORY = 32L << 20;
    private static final int ROW_BYTES = 64;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final long mostInMemory;
    private final List<Row> inMemory = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private long bytes;

    /** A row by its number. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(long sequence, byte[] key, byte[] content) {}

    /** Files go into {@code folder}. */
    RowSort(Path folder) {
        this(folder, MOST_IN_MEMORY);
    }

    RowSort(Path folder, long mostInMemory) {
        this.folder = folder;
        this.mostInMemory = mostInMemory;
    }

    void add(byte[] key, byte[] content) {
        inMemory.add(new Row(RowForm.sequence(content), key, content));
        bytes += ROW_BYTES + key.length + content.length;
        if (bytes > mostInMemory) {
            spill();
        }
    }

    private void sortThoseInMemory() {
        inMemory.sort(Comparator.comparingLong(Row::sequence));
    }

    private void spill() {
        sortThoseInMemory();
        File file = folder.resolve("sorted-" + runs.size()).toFile();
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new FileOutputStream(file), BUFFER))) {
                for (Row row : inMemory) {
                    out.writeLong(row.sequence());
                    out.writeInt(row.key().length);
                    out.write(row.key());
                    out.writeInt(row.content().length);
                    out.write(row.content());
                }
            }
            runs.add(new Run(file, inMemory.size()));
        } catch (IOException e) {
            throw failed(file, e);
        }
        inMemory.clear();
        bytes = 0;
    }

    private static UncheckedIOException failed(File file, IOException e) {
        return new UncheckedIOException(
                "rows of state could not be sorted by way of " + file + "; see that the disk has room", e);
    }

    /** Shows every row that was added, in order; can be asked once. */
    void forEach(Database.RowVisitor visitor) {
        if (runs.isEmpty()) {
            sortThoseInMemory();
            inMemory.forEach(row -> visitor.row(row.key(), row.content()));
            return;
        }
        spill();
        PriorityQueue<Run> merged = new PriorityQueue<>(Comparator.comparingLong(Run::sequence));
        runs.stream().filter(Run::advance).forEach(merged::add);
        for (Run run = merged.poll(); run != null; run = merged.poll()) {
            Row row = run.row;
            visitor.row(row.key(), row.content());
            if (run.advance()) {
                merged.add(run);
            }
        }
    }

    /** Removes the files. */
    @Override
    public void close() {
        runs.forEach(Run::close);
    }

    /** A sorted file that is being read. */
    private static final class Run {
        private static final Row BEFORE_THE_FIRST = new Row(-1, new byte[0], new byte[0]);

        private final File file;
        private final DataInputStream in;
        private int left;
        private Row row = BEFORE_THE_FIRST;

        Run(File file, int rows) throws IOException {
            this.file = file;
            this.left = rows;
            this.in = new DataInputStream(new BufferedInputStream(new FileInputStream(file), BUFFER));
        }

        long sequence() {
            return row.sequence();
        }

        /** Goes to the next row, if there is one. */
        boolean advance() {
            if (left == 0) {
                return false;
            }
            left--;
            try {
                row = new Row(in.readLong(), in.readNBytes(in.readInt()), in.readNBytes(in.readInt()));
                return true;
            } catch (IOException e) {
                throw failed(file, e);
            }
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw failed(file, e);
            }
            file.delete();
        }
    }
}
