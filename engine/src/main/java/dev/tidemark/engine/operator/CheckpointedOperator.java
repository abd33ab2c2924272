package dev.tidemark.engine.operator;

import java.util.List;

/**
 * An operator that keeps state of its own in checkpoints, beside keyed state.
 *
 * <p>The state is a list of entries, so that it can be dealt out to any number of subtasks. A checkpoint takes
 * {@link #checkpointed} at its barrier; a start from it hands each subtask its {@linkplain #redistribution share}.
 * {@link #snapshot} and {@link #restore}, which are the debugger's, still hold everything. Source: Flink's {@code
 * OperatorStateStore}.
 */
public interface CheckpointedOperator extends Operator {
    /** How the entries are dealt out; the same for every subtask, always. */
    Redistribution redistribution();

    /** The entries, in an order that depends only on what the operator has seen. */
    List<byte[]> checkpointed();

    /** Takes its share: called once, after {@link #open} and before any element; nothing may be emitted from it. */
    void resume(List<byte[]> entries) throws Exception;
}
