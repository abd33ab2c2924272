package dev.tidemark.engine.checkpoint;

/**
 * Where complete checkpoints are kept beyond the run.
 *
 * <p>Law: when {@link #store} returns, the checkpoint is safe; sinks commit only after that. Source: Flink's {@code
 * CompletedCheckpointStore}.
 *
 * <pre>{@code
 * CheckpointOptions.every(Duration.ofMinutes(1)).storedBy(CheckpointStore.in(folder)::add)
 * }</pre>
 */
@FunctionalInterface
public interface CheckpointStorage {
    /** Keeps a checkpoint; what it throws fails the job, and the checkpoint counts as never completed. */
    void store(Checkpoint checkpoint);
}
