package dev.tidemark.engine.operator;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the entries that an operator's subtasks stored in a checkpoint a subtask of the next start gets.
 *
 * <p>Entries are opaque bytes, listed by the subtask that stored them, each in the order in which it did. Source: Flink's
 * {@code OperatorStateHandle.Mode} and {@code RoundRobinOperatorStateRepartitioner}.
 */
public enum Redistribution {
    /**
     * Each entry goes to one subtask: where it was when the parallelism is the same, else all entries in their order are cut into
     * runs of equal length, the first runs one longer where they don't come out even.
     */
    SPLIT {
        @Override
        public List<byte[]> share(List<List<byte[]>> stored, int subtask, int parallelism) {
            if (stored.size() == parallelism) {
                return stored.get(subtask);
            }
            List<byte[]> all = all(stored);
            int length = all.size() / parallelism;
            int longer = all.size() % parallelism;
            int from = subtask * length + Math.min(subtask, longer);
            return all.subList(from, from + length + (subtask < longer ? 1 : 0));
        }
    },
    /** Every subtask gets all entries of all. */
    UNION {
        @Override
        public List<byte[]> share(List<List<byte[]>> stored, int subtask, int parallelism) {
            return all(stored);
        }
    },
    /** Every subtask gets the entries of one, since all had stored the same. */
    BROADCAST {
        @Override
        public List<byte[]> share(List<List<byte[]>> stored, int subtask, int parallelism) {
            return stored.get(subtask % stored.size());
        }
    };

    /**
     * The entries for one subtask of the next start.
     *
     * @param stored the entries that each subtask stored; there was at least one
     * @param subtask in {@code [0, parallelism)}
     * @param parallelism how many subtasks there will be
     */
    public abstract List<byte[]> share(List<List<byte[]>> stored, int subtask, int parallelism);

    private static List<byte[]> all(List<List<byte[]>> stored) {
        List<byte[]> all = new ArrayList<>();
        stored.forEach(all::addAll);
        return all;
    }
}
