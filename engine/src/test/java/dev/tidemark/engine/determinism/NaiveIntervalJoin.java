package dev.tidemark.engine.determinism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The interval join straight from its definition: every element is compared with every other one.
 *
 * <p>An element below the watermark is late. Any other meets those of the other side whose times fit and that are still
 * there: an element is there until the watermark advances to its time, or to the last time that a partner could have.
 */
final class NaiveIntervalJoin implements TwoStreams.Oracle {
    private record Held(int side, String key, long value, long timestamp) {}

    private final long lower;
    private final long upper;
    private final List<Held> there = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private long watermark = Long.MIN_VALUE;

    /** A right element is a partner when it lies in {@code [left + lower, left + upper]}. */
    NaiveIntervalJoin(long lower, long upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** Each pair with its time, in order. */
    List<String> pairs() {
        return pairs;
    }

    /** The late elements of both sides, in order. */
    List<String> late() {
        return late;
    }

    @Override
    public void element(int side, String key, long value, long timestamp) {
        if (timestamp < watermark) {
            late.add(TwoStreams.SIDES.get(side) + " " + value);
            return;
        }
        Held own = new Held(side, key, value, timestamp);
        there.stream()
                .filter(other -> other.side() != side && other.key().equals(key))
                .filter(other -> side == 0 ? fits(own, other) : fits(other, own))
                .sorted(Comparator.comparingLong(Held::timestamp)) // stable: then by arrival
                .forEach(other -> pairs.add(key + " "
                        + (side == 0 ? value + "+" + other.value() : other.value() + "+" + value) + " @ "
                        + Math.max(timestamp, other.timestamp())));
        there.add(own);
    }

    private boolean fits(Held left, Held right) {
        long distance = right.timestamp() - left.timestamp();
        return lower <= distance && distance <= upper;
    }

    @Override
    public void watermark(long to) {
        watermark = to;
        there.removeIf(each -> each.timestamp() + Math.max(0, each.side() == 0 ? upper : -lower) <= to);
    }
}
