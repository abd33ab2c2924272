package dev.tidemark.engine.time;

import java.time.Duration;

/**
 * Which sources wait for each other: one whose watermark is too far ahead of the lowest of its group is not read for a
 * while.
 *
 * <p>Which elements are read, and in which order from each partition, is the same as without. Source: Flink's {@code
 * WatermarkAlignmentParams}.
 *
 * @param group sources of the same group are compared
 * @param maxDriftMillis how far a source may be ahead of the lowest
 * @param updateMillis how often a source is compared
 */
public record Alignment(String group, long maxDriftMillis, long updateMillis) {
    /** Flink's default interval between two comparisons. */
    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(1);

    public Alignment {
        if (group.isBlank()) {
            throw new IllegalArgumentException(
                    "the alignment group has no name; sources with the same name wait for each other");
        }
        if (maxDriftMillis < 0) {
            throw new IllegalArgumentException("alignment group '" + group + "' allows a drift of "
                    + Times.text(Duration.ofMillis(maxDriftMillis)) + "; it must be zero or more");
        }
        if (updateMillis < 1) {
            throw new IllegalArgumentException("alignment group '" + group + "' is compared every "
                    + Times.text(Duration.ofMillis(updateMillis)) + "; it must be at least 1 ms");
        }
    }

    @Override
    public String toString() {
        return "aligned in group '" + group + "' within " + Times.text(Duration.ofMillis(maxDriftMillis));
    }
}
