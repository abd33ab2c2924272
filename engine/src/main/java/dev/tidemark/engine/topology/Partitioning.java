package dev.tidemark.engine.topology;

import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.Partitioner;
import dev.tidemark.engine.function.Prototype;
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

    /** In turns over all subtasks. */
    record Rebalance() implements Partitioning {
        @Override
        public String toString() {
            return "rebalance";
        }
    }

    /** In turns over those subtasks that lie opposite: each sender has its own share of the receivers. */
    record Rescale() implements Partitioning {
        @Override
        public String toString() {
            return "rescale";
        }
    }

    /** At random, by the run's seed. */
    record Shuffle() implements Partitioning {
        @Override
        public String toString() {
            return "shuffle";
        }
    }

    /** Every element to every subtask. */
    record Broadcast() implements Partitioning {
        @Override
        public String toString() {
            return "broadcast";
        }
    }

    /** Every element to the first subtask. */
    record Global() implements Partitioning {
        @Override
        public String toString() {
            return "global";
        }
    }

    /** As the user's partitioner says of the key. */
    record Custom(
            Prototype<? extends Partitioner<Object>> partitioner,
            Prototype<? extends KeySelector<Object, Object>> selector)
            implements Partitioning {
        @Override
        public String toString() {
            return "custom";
        }
    }
}
