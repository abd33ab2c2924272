package dev.tidemark.flink.bench;

/**
 * A result in a sink, or an element that was late.
 *
 * @param operator the sink, or the operator for which the element was late
 * @param watermark the operator's watermark when it came
 * @param clockMillis processing time when it came
 */
public record Noted(String operator, boolean late, Object value, long timestamp, long watermark, long clockMillis) {}
