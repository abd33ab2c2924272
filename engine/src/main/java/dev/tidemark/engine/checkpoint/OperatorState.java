package dev.tidemark.engine.checkpoint;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a checkpoint holds of one operator.
 *
 * @param uid by which it is matched
 * @param types how it can be read without the operator's code
 * @param subtasks the state outside of keys, for each subtask
 * @param keyGroups the keyed state and timers, for each key group that has any
 */
public record OperatorState(String uid, StateTypes types, List<byte[]> subtasks, SortedMap<Integer, byte[]> keyGroups) {
    public OperatorState {
        subtasks = List.copyOf(subtasks);
        keyGroups = new TreeMap<>(keyGroups);
    }

    /** Bytes in all. */
    public long size() {
        long size = 0;
        for (byte[] each : subtasks) {
            size += each.length;
        }
        for (byte[] each : keyGroups.values()) {
            size += each.length;
        }
        return size;
    }
}
