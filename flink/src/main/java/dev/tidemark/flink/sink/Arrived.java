package dev.tidemark.flink.sink;

/**
 * One result on its way back.
 *
 * @param topology which of the topologies in the job
 * @param sink the sink's name
 * @param value the result in its codec's form
 * @param timestamp its event time in milliseconds, {@link Long#MIN_VALUE} for none
 * @param watermark the sink's watermark when it came
 * @param subtask the sink's subtask
 * @param checkpoint the last checkpoint whose barrier had passed the sink, 0 for none
 */
public record Arrived(
        int topology, String sink, byte[] value, long timestamp, long watermark, int subtask, long checkpoint) {}
