package dev.tidemark.flink;

/**
 * One result that a sink got on Flink.
 *
 * @param value the result
 * @param timestamp its event time in milliseconds, {@link Long#MIN_VALUE} for none
 * @param watermark the sink's watermark when it came
 * @param subtask the sink's subtask
 * @param line the line of the script that it followed, from 0; −1 where lines were not played one by one
 */
public record Received<T>(T value, long timestamp, long watermark, int subtask, long line) {}
