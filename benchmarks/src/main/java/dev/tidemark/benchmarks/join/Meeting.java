package dev.tidemark.benchmarks.join;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** Two events of a key, at most {@link #REACH_MILLIS} apart. */
public record Meeting(int key, long leftTime, long rightTime, long leftValue, long rightValue) implements Row {
    /** How far apart the two may be, either way. */
    static final long REACH_MILLIS = 100;

    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(Mix.of(Mix.of(key), leftTime), rightTime), leftValue), rightValue);
    }
}
