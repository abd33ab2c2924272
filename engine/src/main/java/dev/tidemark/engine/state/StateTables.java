package dev.tidemark.engine.state;

/** Makes the state tables of one operator subtask. */
public interface StateTables<K> {
    /** A new, empty table for a named state. */
    <N, V> StateTable<K, N, V> table(StateSchema<N, V> schema);
}
