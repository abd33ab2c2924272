package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.StateTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * A state table of which the entries in use stand in memory, the others in the backend's database.
 *
 * <p>An accumulator that {@link #change} works on is not copied each time, only when it is read otherwise: whoever makes it must
 * not keep it.
 */
final class RocksDbTable<K, N, V> implements StateTable<K, N, V> {
    private static final int SMALLEST = 16;

    private final RocksDbBackend backend;
    private final TableMark made;
    private final RowForm<K, N, V> form;
    private @Nullable HotEntry<K, N, V>[] buckets = buckets(SMALLEST);
    private int inMemory;
    private int rows;
    private int size;
    private long lastSequence;

    /** A table with what {@code made} says that it has. */
    RocksDbTable(RocksDbBackend backend, TableMark made, RowForm<K, N, V> form) {
        this.backend = backend;
        this.made = made;
        this.form = form;
        this.rows = made.size();
        this.size = made.size();
        this.lastSequence = made.lastSequence();
    }

    /** What it has now, once everything is written. */
    TableMark mark() {
        return new TableMark(made.owner(), made.name(), made.description(), made.number(), size, lastSequence);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <K, N, V> @Nullable HotEntry<K, N, V>[] buckets(int number) {
        return new HotEntry[number];
    }

    private static int hash(Object key, Object namespace) {
        int mixed = (key.hashCode() * 31 + namespace.hashCode()) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    // ---- entries in memory

    private @Nullable HotEntry<K, N, V> inMemory(int hash, K key, N namespace) {
        HotEntry<K, N, V> entry = buckets[hash & (buckets.length - 1)];
        while (entry != null && !is(entry, hash, key, namespace)) {
            entry = entry.next;
        }
        return entry;
    }

    private static boolean is(HotEntry<?, ?, ?> entry, int hash, Object key, Object namespace) {
        return entry.hash == hash
                && (entry.namespace == namespace || entry.namespace.equals(namespace))
                && entry.key.equals(key);
    }

    /** The entry of a key, out of the database if there could be one; made when there is none. */
    private HotEntry<K, N, V> entry(int hash, K key, N namespace) {
        HotEntry<K, N, V> known = inMemory(hash, key, namespace);
        if (known != null) {
            known.used = true;
            return known;
        }
        backend.requireOpen();
        HotEntry<K, N, V> entry = new HotEntry<>(this, hash, key, namespace);
        if (rows > 0) {
            byte[] row = form.key(key, namespace);
            byte[] content = backend.database().get(row);
            if (content != null) {
                entry.stored = true;
                entry.sequence = RowForm.sequence(content);
                entry.value = form.value(content);
                entry.bytes += 2L * (row.length + content.length);
            }
        }
        link(entry);
        backend.hot().add(entry);
        return entry;
    }

    private void link(HotEntry<K, N, V> entry) {
        if (inMemory == buckets.length) {
            grow();
        }
        int bucket = entry.hash & (buckets.length - 1);
        entry.next = buckets[bucket];
        buckets[bucket] = entry;
        inMemory++;
    }

    private void grow() {
        @Nullable HotEntry<K, N, V>[] from = buckets;
        buckets = buckets(2 * from.length);
        for (HotEntry<K, N, V> each : from) {
            HotEntry<K, N, V> entry = each;
            while (entry != null) {
                HotEntry<K, N, V> next = entry.next;
                int bucket = entry.hash & (buckets.length - 1);
                entry.next = buckets[bucket];
                buckets[bucket] = entry;
                entry = next;
            }
        }
    }

    private void unlink(HotEntry<K, N, V> entry) {
        int bucket = entry.hash & (buckets.length - 1);
        HotEntry<K, N, V> at = Objects.requireNonNull(buckets[bucket]);
        if (at == entry) {
            buckets[bucket] = entry.next;
        } else {
            while (at.next != entry) {
                at = Objects.requireNonNull(at.next);
            }
            at.next = entry.next;
        }
        inMemory--;
    }

    /** A value was stored. Its length is looked at rarely, and more so the oftener it was: that keeps pace with what only grows. */
    private void changed(HotEntry<K, N, V> entry, V value) {
        entry.dirty = true;
        entry.changes++;
        if ((entry.changes & (entry.changes - 1)) == 0) {
            long bytes = HotEntry.OWN_BYTES + 2L * form.length(entry.key, entry.namespace, value);
            backend.hot().resize(entry, bytes);
        }
        backend.hot().makeRoom();
    }

    // ---- what is asked

    @Override
    public @Nullable V get(K key, N namespace) {
        int hash = hash(key, namespace);
        if (rows == 0 && inMemory(hash, key, namespace) == null) {
            return null;
        }
        V value = entry(hash, key, namespace).value;
        V copy = value == null ? null : form.copy(value);
        backend.hot().makeRoom();
        return copy;
    }

    @Override
    public void put(K key, N namespace, V value) {
        V own = form.copy(value);
        store(entry(hash(key, namespace), key, namespace), own);
    }

    private void store(HotEntry<K, N, V> entry, V own) {
        if (entry.value == null) {
            entry.sequence = ++lastSequence;
            size++;
        }
        entry.value = own;
        changed(entry, own);
    }

    @Override
    public <I> V change(K key, N namespace, I input, Change<V, I> change) {
        HotEntry<K, N, V> entry = entry(hash(key, namespace), key, namespace);
        V before = entry.value;
        V after = change.apply(before, input);
        store(entry, after);
        return after;
    }

    @Override
    public @Nullable V remove(K key, N namespace) {
        int hash = hash(key, namespace);
        if (rows == 0 && inMemory(hash, key, namespace) == null) {
            return null;
        }
        HotEntry<K, N, V> entry = entry(hash, key, namespace);
        V value = entry.value;
        if (value != null) {
            size--;
            entry.value = null;
            entry.dirty = entry.stored;
            if (!entry.stored) {
                unlink(entry);
                backend.hot().remove(entry);
            }
        }
        backend.hot().makeRoom();
        return value;
    }

    @Override
    public void clear() {
        for (HotEntry<K, N, V> each : buckets) {
            for (HotEntry<K, N, V> entry = each; entry != null; entry = entry.next) {
                backend.hot().remove(entry);
            }
        }
        buckets = buckets(SMALLEST);
        inMemory = 0;
        size = 0;
        if (rows > 0) {
            backend.database().deleteRange(form.first(), form.end());
            rows = 0;
        }
    }

    @Override
    public int size() {
        return size;
    }

    // ---- to the database

    /** The entry is to leave memory. */
    void giveUp(HotEntry<K, N, V> entry, WriteBatch changed) {
        unlink(entry);
        write(entry, changed);
    }

    private void write(HotEntry<K, N, V> entry, WriteBatch changed) {
        if (!entry.dirty) {
            return;
        }
        try {
            byte[] row = form.key(entry.key, entry.namespace);
            V value = entry.value;
            if (value == null) {
                changed.delete(row);
            } else {
                changed.put(row, form.content(entry.sequence, value));
            }
            rows += (value == null ? 0 : 1) - (entry.stored ? 1 : 0);
            entry.stored = value != null;
            entry.dirty = false;
        } catch (RocksDBException e) {
            throw new IllegalStateException("a row can't be added to a batch: " + e.getMessage(), e);
        }
    }

    /** Brings the rows of all entries up to date; they stay in memory. */
    void writeAll() {
        try (WriteBatch changed = new WriteBatch()) {
            for (HotEntry<K, N, V> each : buckets) {
                for (HotEntry<K, N, V> entry = each; entry != null; entry = entry.next) {
                    write(entry, changed);
                }
            }
            if (changed.count() > 0) {
                backend.database().write(changed);
            }
        }
    }

    // ---- all of it

    @Override
    public void forEach(Visitor<K, N, V> visitor) {
        backend.requireOpen();
        if (rows == 0) {
            for (HotEntry<K, N, V> entry : living()) {
                visitor.entry(entry.key, entry.namespace, form.copy(Objects.requireNonNull(entry.value)));
            }
            return;
        }
        writeAll();
        try (RowSort sort = new RowSort(backend.database().folder())) {
            backend.database().scan(form.first(), form.end(), sort::add);
            sort.forEach((key, content) -> form.show(key, content, visitor));
        }
    }

    /** The entries that have a value, all of them in memory, in the order in which they came. */
    private List<HotEntry<K, N, V>> living() {
        List<HotEntry<K, N, V>> living = new ArrayList<>(size);
        for (HotEntry<K, N, V> each : buckets) {
            for (HotEntry<K, N, V> entry = each; entry != null; entry = entry.next) {
                if (entry.value != null) {
                    living.add(entry);
                }
            }
        }
        living.sort(Comparator.comparingLong(entry -> entry.sequence));
        return living;
    }
}
