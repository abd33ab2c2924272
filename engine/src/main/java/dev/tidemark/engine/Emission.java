package dev.tidemark.engine;

/**
 * One result that a sink collected.
 *
 * @param value the result
 * @param timestamp its event time in milliseconds, {@link Long#MIN_VALUE} for none
 * @param clockMillis processing time when it was collected
 * @param watermark the sink's watermark when it was collected
 * @param step the step in which it was collected
 * @param subtask the sink's subtask
 * @param attempt how often the job had been restored before
 */
public record Emission<T>(
        T value, long timestamp, long clockMillis, long watermark, long step, int subtask, int attempt) {}
