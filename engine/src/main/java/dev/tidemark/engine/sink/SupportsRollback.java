package dev.tidemark.engine.sink;

import java.util.List;

/**
 * A sink that can clear away what a start that failed has left outside.
 *
 * @param <S> what a writer remembers
 * @param <C> the committables
 */
public interface SupportsRollback<S, C> {
    /**
     * Gives up everything outside that belongs to this sink and is neither visible nor known to the checkpoint.
     *
     * <p>Called once for each start of the job, before anything else is done outside, and not for each subtask; a start of some
     * subtasks alone calls {@link #rollbackSubtask} for each of them.
     *
     * @param states what all writers remembered in the checkpoint that the job starts from; empty without one
     * @param pending all committables of that checkpoint
     */
    void rollback(List<S> states, List<C> pending) throws Exception;

    /**
     * Gives up what one subtask began outside and neither made visible nor is known to the checkpoint; those of others go on.
     *
     * @param subtask the one that starts again
     * @param states what all writers remembered in the checkpoint that it starts from; empty without one
     * @param pending all committables of that checkpoint
     */
    void rollbackSubtask(int subtask, List<S> states, List<C> pending) throws Exception;
}
