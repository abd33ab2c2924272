package dev.tidemark.engine.state.heap;

import dev.tidemark.engine.state.StateTable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state table in one array: entries in the order of their insertion, and an open-addressing index into them.
 *
 * <p>No object is made for an entry: its key, namespace and value stand side by side, so that a look-up touches few lines of
 * the processor's cache. Removed entries leave gaps, which close when the array is full.
 */
final class HeapTable<K, N, V> implements StateTable<K, N, V> {
    private static final int SMALLEST = 8;
    private static final long EMPTY = -1;
    private static final int WIDTH = 3;
    private static final int NAMESPACE = 1;
    private static final int VALUE = 2;

    private @Nullable Object[] entries = new Object[WIDTH * SMALLEST];
    private long[] index = emptyIndex(SMALLEST);
    private int used;
    private int size;

    /** Where the last entry was found that was asked for, since one is often read and then written; null when unknown. */
    private @Nullable Object lastKey;

    private @Nullable Object lastNamespace;
    private int lastPlace;

    /** Twice as many places as entries, so that searches are short; each holds a hash above the place of the entry. */
    private static long[] emptyIndex(int entries) {
        long[] index = new long[2 * entries];
        Arrays.fill(index, EMPTY);
        return index;
    }

    private static int hash(Object key, Object namespace) {
        int mixed = (key.hashCode() * 31 + namespace.hashCode()) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private static int hashOf(long place) {
        return (int) (place >>> 32);
    }

    private static int entryOf(long place) {
        return (int) place;
    }

    /** The place in the index where the entry is, or where it would go. */
    private int find(Object key, Object namespace) {
        if (key == lastKey && namespace == lastNamespace) {
            return lastPlace;
        }
        return find(hash(key, namespace), key, namespace);
    }

    @SuppressWarnings("ReferenceEquality") // a look-up that finds nothing new costs only time
    private int find(int hash, Object key, Object namespace) {
        int mask = index.length - 1;
        int place = hash & mask;
        long at = index[place];
        while (at != EMPTY) {
            int entry = entryOf(at);
            if (hashOf(at) == hash && same(namespace, entries[entry + NAMESPACE]) && key.equals(entries[entry])) {
                lastKey = key;
                lastNamespace = namespace;
                lastPlace = place;
                return place;
            }
            place = (place + 1) & mask;
            at = index[place];
        }
        return place;
    }

    private static boolean same(Object left, @Nullable Object right) {
        return left == right || left.equals(right);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(K key, N namespace) {
        long at = index[find(key, namespace)];
        return at == EMPTY ? null : (V) entries[entryOf(at) + VALUE];
    }

    @Override
    public void put(K key, N namespace, V value) {
        int place = find(key, namespace);
        if (index[place] == EMPTY) {
            add(hash(key, namespace), key, namespace, value);
        } else {
            entries[entryOf(index[place]) + VALUE] = value;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <I> V change(K key, N namespace, I input, Change<V, I> change) {
        int hash = hash(key, namespace);
        long at = index[find(hash, key, namespace)];
        if (at == EMPTY) {
            V first = change.apply(null, input);
            put(key, namespace, first);
            return first;
        }
        int entry = entryOf(at);
        V before = (V) Objects.requireNonNull(entries[entry + VALUE]);
        V after = change.apply(before, input);
        if (after != before) {
            entries[entry + VALUE] = after;
        }
        return after;
    }

    @Override
    public void clear() {
        lastKey = null;
        entries = new Object[WIDTH * SMALLEST];
        index = emptyIndex(SMALLEST);
        used = 0;
        size = 0;
    }

    private void add(int hash, K key, N namespace, V value) {
        if (used == entries.length) {
            makeRoom();
        }
        entries[used] = key;
        entries[used + NAMESPACE] = namespace;
        entries[used + VALUE] = value;
        link(hash, used);
        used += WIDTH;
        size++;
    }

    private void link(int hash, int entry) {
        int mask = index.length - 1;
        int place = hash & mask;
        while (index[place] != EMPTY) {
            place = (place + 1) & mask;
        }
        index[place] = ((long) hash << 32) | entry;
    }

    /** Closes the gaps where they are many; else doubles the array. */
    private void makeRoom() {
        lastKey = null;
        int capacity = entries.length / WIDTH;
        if (4L * size > 3L * capacity) {
            capacity = Math.multiplyExact(2 * WIDTH, capacity) / WIDTH;
        }
        @Nullable Object[] from = entries;
        entries = new Object[WIDTH * capacity];
        index = emptyIndex(capacity);
        int kept = 0;
        for (int i = 0; i < used; i += WIDTH) {
            if (from[i + VALUE] != null) {
                System.arraycopy(from, i, entries, kept, WIDTH);
                link(hash(Objects.requireNonNull(from[i]), Objects.requireNonNull(from[i + NAMESPACE])), kept);
                kept += WIDTH;
            }
        }
        used = kept;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V remove(K key, N namespace) {
        int place = find(key, namespace);
        if (index[place] == EMPTY) {
            return null;
        }
        lastKey = null;
        int entry = entryOf(index[place]);
        V value = (V) entries[entry + VALUE];
        Arrays.fill(entries, entry, entry + WIDTH, null);
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
            long moving;
            do {
                next = (next + 1) & mask;
                moving = index[next];
                if (moving == EMPTY) {
                    return;
                }
            } while (((next - (hashOf(moving) & mask)) & mask) < ((next - hole) & mask));
            index[hole] = moving;
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
        for (int i = 0; i < used; i += WIDTH) {
            if (entries[i + VALUE] != null) {
                visitor.entry((K) entries[i], (N) entries[i + NAMESPACE], (V) entries[i + VALUE]);
            }
        }
    }
}
