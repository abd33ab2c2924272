package dev.tidemark.engine.function;

import java.io.Serializable;

/** Picks the subtask that gets a key (Flink's {@code Partitioner}). */
@FunctionalInterface
public interface Partitioner<K> extends Serializable {
    /** A number in {@code [0, subtasks)}. */
    int partition(K key, int subtasks);
}
