package dev.tidemark.engine.state.heap;

import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;

/** Keeps values as objects; iteration follows insertion. */
public final class HeapStateBackend implements StateBackend {
    @Override
    public <K, N, V> StateTable<K, N, V> table(StateSchema<N, V> schema) {
        return new HeapTable<>();
    }
}
