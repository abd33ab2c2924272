package dev.tidemark.engine.checkpoint;

import java.util.List;

/**
 * An operator in a checkpoint.
 *
 * @param parallelism how many subtasks it had
 * @param keyGroups how many key groups have anything
 * @param states the names of its states
 * @param timers how many timers wait
 * @param size bytes in all
 */
public record StoredOperator(
        String uid, String name, int parallelism, int keyGroups, List<String> states, int timers, long size) {
    public StoredOperator {
        states = List.copyOf(states);
    }
}
