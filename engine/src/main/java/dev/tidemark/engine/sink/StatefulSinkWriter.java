package dev.tidemark.engine.sink;

import java.util.List;

/**
 * A writer that remembers something over a restart. Source: Flink's {@code StatefulSinkWriter}.
 *
 * @param <T> the results
 * @param <S> what it remembers
 */
public interface StatefulSinkWriter<T, S> extends SinkWriter<T> {
    /** What goes into a checkpoint; called behind {@link #flush} and {@link CommittingSinkWriter#prepareCommit}. */
    List<S> snapshotState(long checkpoint) throws Exception;
}
