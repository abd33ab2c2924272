package dev.tidemark.flink.sink;

/**
 * One result, or one late element, on its way back.
 *
 * @param topology which of the topologies in the job
 * @param operator the sink's name, or that of the operator for which the element was late
 * @param late whether this is a late element
 * @param value the result in its codec's form
 * @param timestamp its event time in milliseconds, {@link Long#MIN_VALUE} for none
 * @param watermark the sink's watermark when it came
 * @param subtask the sink's subtask
 * @param checkpoints how many completed checkpoints the sink had heard of
 */
public record Arrived(
        int topology,
        String operator,
        boolean late,
        byte[] value,
        long timestamp,
        long watermark,
        int subtask,
        long checkpoints) {}
