package dev.tidemark.engine;

import dev.tidemark.engine.join.Interval;
import java.time.Duration;

/**
 * Two keyed streams of which it is still to be said how close in time a pair lies. Source: Flink's {@code
 * KeyedStream.IntervalJoin}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 * @param <K> the keys
 */
public final class IntervalJoin<L, R, K> {
    private final KeyedStream<L, K> left;
    private final KeyedStream<R, K> right;

    IntervalJoin(KeyedStream<L, K> left, KeyedStream<R, K> right) {
        this.left = left;
        this.right = right;
    }

    /**
     * Pairs whose right element lies in {@code [left + lower, left + upper]}; a negative bound lies before the left element.
     *
     * @throws IllegalArgumentException if {@code lower} lies above {@code upper}
     */
    public IntervalJoined<L, R, K> between(Duration lower, Duration upper) {
        return new IntervalJoined<>(
                left, right, new Interval(lower.toMillis(), upper.toMillis(), true, true), null, null);
    }
}
