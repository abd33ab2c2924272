package dev.tidemark.benchmarks.pattern;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** A low value, the first middling one after it, and the first high one after that, within {@link #WITHIN_MILLIS}. */
public record Climb(int key, long lowTime, long middleTime, long highTime) implements Row {
    /** The third comes less than this after the first. */
    static final long WITHIN_MILLIS = 5000;

    static boolean low(long value) {
        return value < 10;
    }

    static boolean middle(long value) {
        return value >= 45 && value < 55;
    }

    static boolean high(long value) {
        return value >= 90;
    }

    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(Mix.of(key), lowTime), middleTime), highTime);
    }
}
