package dev.tidemark.benchmarks.cases;

/**
 * An event of a case, or a mark at which the watermark reaches its time.
 *
 * @param time in milliseconds
 */
public record Entry(String key, long time, long value, boolean mark) {}
