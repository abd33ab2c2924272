package dev.tidemark.engine.sink;

import java.util.List;

/**
 * Makes committables visible.
 *
 * <p>A commit has to be idempotent: after a restart a committable comes again although it may have been committed. What is neither
 * signalled nor thrown counts as committed. What it throws fails the job, and after the restart the committables come again. Source:
 * Flink's {@code Committer}.
 *
 * @param <C> the committables
 */
@FunctionalInterface
public interface Committer<C> {
    /** Commits what is asked for, in order. */
    void commit(List<CommitRequest<C>> requests) throws Exception;

    /** Gives up everything that is open. */
    default void close() throws Exception {}
}
