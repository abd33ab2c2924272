package dev.tidemark.engine.sink;

import dev.tidemark.engine.state.codec.Codec;

/**
 * What a writer or a committer knows of where it runs. Source: Flink's {@code WriterInitContext} and {@code CommitterInitContext}.
 *
 * @param <T> the results
 */
public interface SinkContext<T> {
    /** The sink's name. */
    String sink();

    /** Which of the sink's subtasks this is, from 0. */
    int subtask();

    /** How many subtasks the sink has. */
    int parallelism();

    /** The number of the checkpoint that the job started from; 0 for none. */
    long restoredCheckpoint();

    /** The form in bytes of the results. */
    Codec<T> inputCodec();

    /** Processing time now, in milliseconds of the simulated clock. */
    long processingTime();
}
