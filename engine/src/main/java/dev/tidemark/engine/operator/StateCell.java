package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.StateTable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A named state at the current key and namespace: what every kind of state is made of. */
final class StateCell<N, V> {
    private final KeyedStore<Object> store;
    private final String name;
    private final StateTable<Object, N, V> table;
    private final Supplier<N> namespace;

    StateCell(KeyedStore<Object> store, String name, StateTable<Object, N, V> table, Supplier<N> namespace) {
        this.store = store;
        this.name = name;
        this.table = table;
        this.namespace = namespace;
    }

    @Nullable
    V get() {
        return table.get(store.key(), namespace.get());
    }

    void set(V value) {
        N where = namespace.get();
        table.put(store.key(), where, value);
        store.listener().stateChanged(name, store.key(), where, value);
    }

    void clear() {
        N where = namespace.get();
        if (table.remove(store.key(), where) != null) {
            store.listener().stateChanged(name, store.key(), where, null);
        }
    }
}
