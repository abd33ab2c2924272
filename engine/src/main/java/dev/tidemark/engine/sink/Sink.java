package dev.tidemark.engine.sink;

import java.io.Serializable;

/**
 * Where results go outside of the run.
 *
 * <p>Each subtask gets its own writer, from an instance of its own that comes out of the sink's serialized form. A sink alone writes
 * each result at least once: what it wrote after the last checkpoint is written again after a restart. {@link SupportsCommitter} makes
 * that exactly once, {@link SupportsWriterState} gives the writer a memory, {@link SupportsRollback} clears away what a start that
 * failed has left. Only a run that acts outside makes writers: replays, branches and forks never do. Source: Flink's {@code Sink}.
 *
 * @param <T> the results
 */
@FunctionalInterface
public interface Sink<T> extends Serializable {
    /** The writer of one subtask that starts from nothing. */
    SinkWriter<T> createWriter(SinkContext<T> context) throws Exception;
}
