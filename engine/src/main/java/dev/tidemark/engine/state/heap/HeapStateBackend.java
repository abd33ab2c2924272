package dev.tidemark.engine.state.heap;

import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.StateTables;
import dev.tidemark.engine.state.codec.Codec;

/** Keeps values as objects on the heap; the default. Source: Flink's {@code HashMapStateBackend}. */
public enum HeapStateBackend implements StateBackend, StateBackend.Factory {
    INSTANCE;

    /** Itself: it holds nothing but what its tables hold. */
    @Override
    public StateBackend open() {
        return this;
    }

    @Override
    public <K> StateTables<K> tables(String owner, Codec<K> keys) {
        return new StateTables<>() {
            @Override
            public <N, V> StateTable<K, N, V> table(StateSchema<N, V> schema) {
                return new HeapTable<>();
            }
        };
    }

    @Override
    public void close() {}
}
