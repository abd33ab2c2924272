package dev.tidemark.engine.state.rocksdb;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.WriteBatch;

/**
 * The entries in use of all tables of a backend, within a number of bytes: a cache that is written back.
 *
 * <p>When it is full, a hand goes round and gives up entries that were not asked for since it went by last; those that have
 * changed are written, many at a time.
 */
final class HotEntries {
    private static final int SMALLEST = 64;
    private static final long MOST_AT_A_TIME = 4L << 20;

    private final long capacity;
    private final Supplier<Database> database;
    private @Nullable HotEntry<?, ?, ?>[] entries = new HotEntry<?, ?, ?>[SMALLEST];
    private int count;
    private int hand;
    private long bytes;

    HotEntries(long capacity, Supplier<Database> database) {
        this.capacity = capacity;
        this.database = database;
    }

    void add(HotEntry<?, ?, ?> entry) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, 2 * count);
        }
        entry.place = count;
        entries[count++] = entry;
        bytes += entry.bytes;
    }

    /** Its table needs the entry no more. */
    void remove(HotEntry<?, ?, ?> entry) {
        HotEntry<?, ?, ?> last = Objects.requireNonNull(entries[--count]);
        entries[entry.place] = last;
        last.place = entry.place;
        entries[count] = null;
        bytes -= entry.bytes;
    }

    void resize(HotEntry<?, ?, ?> entry, long now) {
        bytes += now - entry.bytes;
        entry.bytes = now;
    }

    int count() {
        return count;
    }

    /** Gives up entries if there are too many; nobody may be at work with one. */
    void makeRoom() {
        if (bytes > capacity) {
            giveUp(capacity - Math.min(capacity / 8, MOST_AT_A_TIME));
        }
    }

    private void giveUp(long goal) {
        try (WriteBatch changed = new WriteBatch()) {
            while (bytes > goal) {
                hand = hand < count ? hand : 0;
                HotEntry<?, ?, ?> entry = Objects.requireNonNull(entries[hand]);
                if (entry.used) {
                    entry.used = false;
                    hand++;
                } else {
                    remove(entry);
                    giveUp(entry, changed);
                }
            }
            if (changed.count() > 0) {
                database.get().write(changed);
            }
        }
    }

    private static <K, N, V> void giveUp(HotEntry<K, N, V> entry, WriteBatch changed) {
        entry.table.giveUp(entry, changed);
    }
}
