package dev.tidemark.engine.sink;

import dev.tidemark.engine.state.codec.Codec;
import java.util.List;

/**
 * A sink whose writers remember something over a restart. Source: Flink's {@code SupportsWriterState}.
 *
 * @param <T> the results
 * @param <S> what a writer remembers
 */
public interface SupportsWriterState<T, S> extends Sink<T> {
    @Override
    StatefulSinkWriter<T, S> createWriter(SinkContext<T> context) throws Exception;

    /**
     * The writer of one subtask that starts from a checkpoint.
     *
     * @param recovered its share of what the writers remembered; at another parallelism that may be of several writers, or of none
     */
    StatefulSinkWriter<T, S> restoreWriter(SinkContext<T> context, List<S> recovered) throws Exception;

    /** The form in which it is stored. */
    Codec<S> writerStateCodec();
}
