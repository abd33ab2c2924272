package dev.tidemark.engine.join;

import dev.tidemark.engine.time.Times;
import java.time.Duration;

/**
 * How far behind a left element's time a right element's may lie for the two to be a pair; negative is before it.
 *
 * @param fromMillis the lower bound
 * @param toMillis the upper bound
 * @param fromInclusive whether a right element exactly at the lower bound counts
 * @param toInclusive whether a right element exactly at the upper bound counts
 */
public record Interval(long fromMillis, long toMillis, boolean fromInclusive, boolean toInclusive) {
    public Interval {
        if (fromMillis > toMillis) {
            throw new IllegalArgumentException("the interval's lower bound " + text(fromMillis)
                    + " lies above its upper bound " + text(toMillis) + "; write between(lower, upper)");
        }
    }

    /** The least distance in milliseconds that counts. */
    long lowest() {
        return fromInclusive ? fromMillis : fromMillis + 1;
    }

    /** The greatest distance in milliseconds that counts. */
    long highest() {
        return toInclusive ? toMillis : toMillis - 1;
    }

    /** Whether nothing can ever lie in it. */
    public boolean empty() {
        return lowest() > highest();
    }

    private static String text(long millis) {
        return Times.text(Duration.ofMillis(millis));
    }

    /** In print: {@code [-5s, 10s)}. */
    @Override
    public String toString() {
        return (fromInclusive ? "[" : "(") + text(fromMillis) + ", " + text(toMillis) + (toInclusive ? "]" : ")");
    }
}
