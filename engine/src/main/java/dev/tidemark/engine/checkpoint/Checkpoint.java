package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.time.Times;
import java.util.List;

/**
 * The state of a job between two barriers: what it restarts from after a failure, also at another parallelism.
 *
 * <p>Holds source positions, keyed state, timers and how far the sinks had collected; neither watermarks (unless the run
 * keeps them) nor what was in flight. Source: Flink's aligned checkpoints.
 *
 * @param id from 1 within its run
 * @param step the step at which it was complete
 * @param clockMillis processing time then
 * @param attempt how often the job had been restored before
 * @param maxParallelism number of key groups; must be the same where it is restored
 * @param watermarks the operators' watermarks, for a run that keeps them; any other leaves them unread, as Flink does
 */
public record Checkpoint(
        long id,
        long step,
        long clockMillis,
        int attempt,
        int maxParallelism,
        List<OperatorState> operators,
        List<KeptWatermark> watermarks) {
    public Checkpoint {
        operators = List.copyOf(operators);
        watermarks = List.copyOf(watermarks);
    }

    /**
     * An operator's watermark, kept for the run that wants it back.
     *
     * @param progress how far each input of the subtask's task had come; empty behind the head of its chain
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record KeptWatermark(String uid, int subtask, long watermark, byte[] progress) {}

    /**
     * What it holds of an operator.
     *
     * @throws IllegalArgumentException if there is none of this uid
     */
    public OperatorState operator(String uid) {
        return operators.stream()
                .filter(each -> each.uid().equals(uid))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "checkpoint " + id + " has no operator of uid '" + uid + "'; it has "
                                + operators.stream().map(OperatorState::uid).toList()));
    }

    /** What it holds, to be read: operators, states, keys, values, timers. */
    public CheckpointContents contents() {
        return new CheckpointContents(this);
    }

    /** Begins a changed copy. */
    public CheckpointEdit edit() {
        return new CheckpointEdit(this);
    }

    /** Bytes in all. */
    public long size() {
        return operators.stream().mapToLong(OperatorState::size).sum();
    }

    @Override
    public String toString() {
        return "checkpoint " + id + " of step " + step + ", " + Times.text(clockMillis) + ", " + size() + " bytes in "
                + operators.size() + " operators";
    }
}
