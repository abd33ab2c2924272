package dev.tidemark.engine.state.checked;

import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.StateTables;
import dev.tidemark.engine.state.codec.RoundTrip;
import org.jspecify.annotations.Nullable;

/**
 * State as another backend keeps it, where every access is a round trip: what is stored and what is read is a copy, as it is with a
 * backend that keeps bytes, and what is changed behind its back is found.
 */
public final class CheckedTables<K> implements StateTables<K> {
    private final StateTables<K> tables;
    private final Watch watch;

    public CheckedTables(StateTables<K> tables, Watch watch) {
        this.tables = tables;
        this.watch = watch;
    }

    @Override
    public <N, V> StateTable<K, N, V> table(StateSchema<N, V> schema) {
        return new CheckedTable<>(schema.name(), tables.table(schema), new RoundTrip<>(schema.value()), watch);
    }

    private static final class CheckedTable<K, N, V> implements StateTable<K, N, V> {
        private final String name;
        private final StateTable<K, N, V> table;
        private final RoundTrip<V> trip;
        private final Watch watch;

        CheckedTable(String name, StateTable<K, N, V> table, RoundTrip<V> trip, Watch watch) {
            this.name = name;
            this.table = table;
            this.trip = trip;
            this.watch = watch;
        }

        /** Where a value is. */
        private record Place(String state, Object key, Object namespace) {}

        private Place place(K key, N namespace) {
            return new Place(name, key, namespace);
        }

        @Override
        public @Nullable V get(K key, N namespace) {
            V value = table.get(key, namespace);
            return value == null ? null : watch.lent(trip, place(key, namespace), name, value);
        }

        @Override
        public void put(K key, N namespace, V value) {
            table.put(key, namespace, watch.stored(trip, place(key, namespace), name, value));
        }

        @Override
        public @Nullable V remove(K key, N namespace) {
            watch.removed(place(key, namespace));
            return table.remove(key, namespace);
        }

        @Override
        public void clear() {
            table.clear();
        }

        @Override
        public int size() {
            return table.size();
        }

        @Override
        public void forEach(Visitor<K, N, V> visitor) {
            table.forEach(visitor);
        }
    }
}
