package dev.tidemark.engine.state.heap;

import dev.tidemark.engine.state.StateTable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state table in columns: entries in the order of their insertion, and an open-addressing index into them.
 *
 * <p>No object is made for an entry. Removed entries leave gaps, which close when the columns are full.
 */
final class HeapTable<K, N, V> implements StateTable<K, N, V> {
    private static final int SMALLEST = 8;
    private static final int EMPTY = -1;

    private @Nullable Object[] keys = new Object[SMALLEST];
    private @Nullable Object[] namespaces = new Object[SMALLEST];
    private @Nullable Object[] values = new Object[SMALLEST];
    private int[] hashes = new int[SMALLEST];
    private int[] index = emptyIndex(SMALLEST);
    private int used;
    private int size;

    /** Twice as many places as entries, so that searches are short. */
    private static int[] emptyIndex(int entries) {
        int[] index = new int[2 * entries];
        Arrays.fill(index, EMPTY);
        return index;
    }

    private static int hash(Object key, Object namespace) {
        int mixed = (key.hashCode() * 31 + namespace.hashCode()) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /** The place in the index where the entry is, or where it would go. */
    private int find(int hash, Object key, Object namespace) {
        int mask = index.length - 1;
        int place = hash & mask;
        int entry = index[place];
        while (entry != EMPTY) {
            if (hashes[entry] == hash && key.equals(keys[entry]) && same(namespace, namespaces[entry])) {
                return place;
            }
            place = (place + 1) & mask;
            entry = index[place];
        }
        return place;
    }

    private static boolean same(Object left, @Nullable Object right) {
        return left == right || left.equals(right);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(K key, N namespace) {
        int entry = index[find(hash(key, namespace), key, namespace)];
        return entry == EMPTY ? null : (V) values[entry];
    }

    @Override
    public void put(K key, N namespace, V value) {
        int hash = hash(key, namespace);
        int place = find(hash, key, namespace);
        if (index[place] == EMPTY) {
            add(hash, key, namespace, value);
        } else {
            values[index[place]] = value;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <I> V change(K key, N namespace, I input, Change<V, I> change) {
        int hash = hash(key, namespace);
        int entry = index[find(hash, key, namespace)];
        if (entry == EMPTY) {
            V first = change.apply(null, input);
            put(key, namespace, first);
            return first;
        }
        V before = (V) Objects.requireNonNull(values[entry]);
        V after = change.apply(before, input);
        if (after != before) {
            put(key, namespace, after);
        }
        return after;
    }

    private void add(int hash, K key, N namespace, V value) {
        if (used == keys.length) {
            makeRoom();
        }
        keys[used] = key;
        namespaces[used] = namespace;
        values[used] = value;
        hashes[used] = hash;
        link(used++);
        size++;
    }

    private void link(int entry) {
        int mask = index.length - 1;
        int place = hashes[entry] & mask;
        while (index[place] != EMPTY) {
            place = (place + 1) & mask;
        }
        index[place] = entry;
    }

    /** Closes the gaps where they are many; else doubles the columns. */
    private void makeRoom() {
        int kept = 0;
        int capacity = 4L * size > 3L * used ? 2 * used : used;
        @Nullable Object[] fromKeys = keys;
        @Nullable Object[] fromNamespaces = namespaces;
        @Nullable Object[] fromValues = values;
        int[] fromHashes = hashes;
        keys = new Object[capacity];
        namespaces = new Object[capacity];
        values = new Object[capacity];
        hashes = new int[capacity];
        index = emptyIndex(capacity);
        for (int i = 0; i < used; i++) {
            if (fromValues[i] != null) {
                keys[kept] = fromKeys[i];
                namespaces[kept] = fromNamespaces[i];
                values[kept] = fromValues[i];
                hashes[kept] = fromHashes[i];
                link(kept++);
            }
        }
        used = kept;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V remove(K key, N namespace) {
        int place = find(hash(key, namespace), key, namespace);
        int entry = index[place];
        if (entry == EMPTY) {
            return null;
        }
        V value = (V) values[entry];
        keys[entry] = null;
        namespaces[entry] = null;
        values[entry] = null;
        size--;
        unlink(place);
        if (size == 0) {
            used = 0;
        }
        return value;
    }

    /** Empties a place of the index; entries that had to make way for it move back. */
    private void unlink(int place) {
        int mask = index.length - 1;
        int hole = place;
        int next = place;
        while (true) {
            index[hole] = EMPTY;
            int entry;
            do {
                next = (next + 1) & mask;
                entry = index[next];
                if (entry == EMPTY) {
                    return;
                }
            } while (((next - (hashes[entry] & mask)) & mask) < ((next - hole) & mask));
            index[hole] = entry;
            hole = next;
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void forEach(Visitor<K, N, V> visitor) {
        for (int i = 0; i < used; i++) {
            if (values[i] != null) {
                visitor.entry((K) keys[i], (N) namespaces[i], (V) values[i]);
            }
        }
    }
}
