package dev.tidemark.timetravel;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.checkpoint.OperatorState;
import dev.tidemark.engine.command.Command;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether two commands ask for the same. */
final class Commands {
    private Commands() {}

    /** Null is no command. */
    static boolean same(@Nullable Command one, @Nullable Command other) {
        if (one instanceof Command.Restore a && other instanceof Command.Restore b) {
            return a.parallelism() == b.parallelism() && same(a.checkpoint(), b.checkpoint());
        }
        return one == null ? other == null : one.equals(other);
    }

    /** A checkpoint that was taken again is another object. */
    private static boolean same(Checkpoint one, Checkpoint other) {
        return one.id() == other.id()
                && one.step() == other.step()
                && one.attempt() == other.attempt()
                && one.operators().size() == other.operators().size()
                && allSame(one.operators(), other.operators());
    }

    private static boolean allSame(List<OperatorState> one, List<OperatorState> other) {
        for (int i = 0; i < one.size(); i++) {
            OperatorState a = one.get(i);
            OperatorState b = other.get(i);
            if (!a.uid().equals(b.uid())
                    || !sameBytes(a.subtasks(), b.subtasks())
                    || !a.keyGroups().keySet().equals(b.keyGroups().keySet())
                    || !sameBytes(
                            List.copyOf(a.keyGroups().values()),
                            List.copyOf(b.keyGroups().values()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBytes(List<byte[]> one, List<byte[]> other) {
        return Arrays.deepEquals(one.toArray(), other.toArray());
    }
}
