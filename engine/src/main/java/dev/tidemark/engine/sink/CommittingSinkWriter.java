package dev.tidemark.engine.sink;

import java.util.List;

/**
 * A writer of a sink with two phases. Source: Flink's {@code CommittingSinkWriter}.
 *
 * @param <T> the results
 * @param <C> the committables
 */
public interface CommittingSinkWriter<T, C> extends SinkWriter<T> {
    /**
     * The first phase: what was written since the last call, as committables that are safe from now on and not yet visible.
     *
     * <p>Called behind {@link #flush} at each checkpoint's barrier, and at the end.
     */
    List<C> prepareCommit() throws Exception;
}
