package dev.tidemark.engine.state;

/** Where keyed state lives; which backend it is can't be observed in results, order or errors. */
public interface StateBackend {
    /** A new, empty table. */
    <K, N, V> StateTable<K, N, V> table(StateSchema<N, V> schema);
}
