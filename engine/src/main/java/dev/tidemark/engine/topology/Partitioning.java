package dev.tidemark.engine.topology;

import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.state.codec.Codec;

/** How elements are spread over the subtasks of the next operator. */
public sealed interface Partitioning {
    /** Each subtask sends to the one of the same number; when the parallelism differs, in turns. */
    record Forward() implements Partitioning {
        @Override
        public String toString() {
            return "forward";
        }
    }

    /** Equal keys go to the same subtask. */
    record Hash(Prototype<? extends KeySelector<Object, Object>> selector, Codec<Object> key) implements Partitioning {
        @Override
        public String toString() {
            return "by key " + key.typeName();
        }
    }

    /** In turns. */
    record Rebalance() implements Partitioning {
        @Override
        public String toString() {
            return "rebalance";
        }
    }
}
