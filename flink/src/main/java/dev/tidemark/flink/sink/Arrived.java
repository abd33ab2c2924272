package dev.tidemark.flink.sink;

/**
 * One result, or one late element, on its way back.
 *
 * @param topology which of the topologies in the job
 * @param operator the sink's name, or that of the operator for which the element was late
 * @param late of which input this is a late element, or {@link #IN_TIME}
 * @param value the result in its codec's form
 * @param timestamp its event time in milliseconds, {@link Long#MIN_VALUE} for none
 * @param watermark the sink's watermark when it came
 * @param subtask the sink's subtask
 * @param checkpoints how many completed checkpoints the sink had heard of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arrived(
        int topology,
        String operator,
        int late,
        byte[] value,
        long timestamp,
        long watermark,
        int subtask,
        long checkpoints) {
    /** It is a result. */
    public static final int IN_TIME = -1;

    /** Whether it is a late element. */
    public boolean isLate() {
        return late != IN_TIME;
    }
}
