package dev.tidemark.engine.sink;

import dev.tidemark.engine.state.codec.Codec;

/**
 * A sink that writes in two phases: its writers are {@link CommittingSinkWriter}s.
 *
 * <p>Laws: committables are stored in the checkpoint whose barrier they precede; they are committed when that checkpoint, or a later one,
 * is complete, those of an earlier checkpoint first; and again after a restart from it, since nobody knows whether they were. The end
 * of the input commits through a final checkpoint; a batch, which has none, at its end. Source: Flink's {@code SupportsCommitter},
 * {@code CommitterOperator}, FLIP-147.
 *
 * @param <T> the results
 * @param <C> the committables
 */
public interface SupportsCommitter<T, C> extends Sink<T> {
    /** The committer of one subtask. */
    Committer<C> createCommitter(SinkContext<T> context) throws Exception;

    /** The form in which committables are stored. */
    Codec<C> committableCodec();
}
