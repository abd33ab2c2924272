package dev.tidemark.engine.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a source knows the progress of event time, for each of its partitions alone; the source's watermark is the
 * minimum over its active partitions.
 *
 * <p>Bounded disorder means {@code watermark = largest timestamp − bound − 1 ms}. Watermarks are emitted periodically
 * (Flink's 200 ms of processing time) unless {@link #perEvent()} or a punctuated strategy says otherwise; a partition
 * is idle when no event has come for more than the idle time, measured from the second probe without one. Source:
 * Flink's {@code WatermarkStrategy}, {@code BoundedOutOfOrdernessWatermarks}, {@code WatermarksWithIdleness}.
 *
 * @param <T> events that the strategy can read
 */
public final class Watermarks<T> {
    /** Flink's default interval between two probes. */
    public static final Duration DEFAULT_INTERVAL = Duration.ofMillis(200);

    private final long boundMillis;
    private final boolean generated;
    private final boolean perEvent;
    private final long intervalMillis;
    private final long idleAfterMillis;
    private final @Nullable PunctuatedWatermark<T> punctuated;
    private final @Nullable Alignment alignment;
    private final boolean none;

    private Watermarks(
            long boundMillis,
            boolean generated,
            boolean perEvent,
            long intervalMillis,
            long idleAfterMillis,
            @Nullable PunctuatedWatermark<T> punctuated,
            @Nullable Alignment alignment) {
        this(boundMillis, generated, perEvent, intervalMillis, idleAfterMillis, punctuated, alignment, false);
    }

    private Watermarks(
            long boundMillis,
            boolean generated,
            boolean perEvent,
            long intervalMillis,
            long idleAfterMillis,
            @Nullable PunctuatedWatermark<T> punctuated,
            @Nullable Alignment alignment,
            boolean none) {
        this.none = none;
        this.boundMillis = boundMillis;
        this.generated = generated;
        this.perEvent = perEvent;
        this.intervalMillis = intervalMillis;
        this.idleAfterMillis = idleAfterMillis;
        this.punctuated = punctuated;
        this.alignment = alignment;
    }

    /**
     * Events come at most {@code bound} out of order.
     *
     * @throws IllegalArgumentException if {@code bound} is negative
     */
    public static <T> Watermarks<T> outOfOrder(Duration bound) {
        if (bound.isNegative()) {
            throw new IllegalArgumentException(
                    "the bound of disorder is " + Times.text(bound) + "; it must be zero or more");
        }
        return new Watermarks<>(bound.toMillis(), true, false, DEFAULT_INTERVAL.toMillis(), 0, null, null);
    }

    /** Timestamps never fall within a partition. */
    public static <T> Watermarks<T> monotonous() {
        return outOfOrder(Duration.ZERO);
    }

    /** Watermarks stand in the events themselves. */
    public static <T> Watermarks<T> punctuated(PunctuatedWatermark<T> reader) {
        return new Watermarks<>(0, false, true, DEFAULT_INTERVAL.toMillis(), 0, reader, null);
    }

    /** Only the user moves the watermark, with {@code advanceWatermark}. */
    public static <T> Watermarks<T> byHand() {
        return new Watermarks<>(0, false, false, DEFAULT_INTERVAL.toMillis(), 0, null, null);
    }

    /** No watermarks before the end of the input: for pipelines that go by processing time alone. */
    public static <T> Watermarks<T> none() {
        return new Watermarks<>(0, false, false, DEFAULT_INTERVAL.toMillis(), 0, null, null, true);
    }

    /** The same strategy, emitting after each event instead of periodically. */
    public Watermarks<T> perEvent() {
        return new Watermarks<>(
                boundMillis, generated, true, intervalMillis, idleAfterMillis, punctuated, alignment, none);
    }

    /**
     * The same strategy, probed at this interval of processing time.
     *
     * @throws IllegalArgumentException if {@code interval} is shorter than a millisecond
     */
    public Watermarks<T> every(Duration interval) {
        if (interval.toMillis() <= 0) {
            throw new IllegalArgumentException("the interval between watermarks is " + Times.text(interval)
                    + "; it must be at least 1 ms (use perEvent() for a watermark after each event)");
        }
        return new Watermarks<>(
                boundMillis, generated, perEvent, interval.toMillis(), idleAfterMillis, punctuated, alignment, none);
    }

    /**
     * The same strategy with another bound of disorder.
     *
     * @throws IllegalStateException if the strategy has no bound
     */
    public Watermarks<T> bound(Duration bound) {
        if (!generated) {
            throw new IllegalStateException("a " + this + " strategy has no bound of disorder");
        }
        Watermarks<T> other = outOfOrder(bound);
        return new Watermarks<>(other.boundMillis, true, perEvent, intervalMillis, idleAfterMillis, null, alignment);
    }

    /**
     * A partition without events for more than {@code timeout} of processing time is not waited for.
     *
     * @throws IllegalArgumentException if {@code timeout} is not positive
     */
    public Watermarks<T> idleAfter(Duration timeout) {
        if (timeout.toMillis() <= 0) {
            throw new IllegalArgumentException(
                    "a partition is idle after " + Times.text(timeout) + "; the time must be positive");
        }
        return new Watermarks<>(
                boundMillis, generated, perEvent, intervalMillis, timeout.toMillis(), punctuated, alignment, none);
    }

    /**
     * Sources with the same {@code group} wait for each other: what is more than {@code maxDrift} ahead of the lowest of
     * them is not read for a while. They are compared every second of processing time.
     *
     * @throws IllegalArgumentException if the group has no name or the drift is negative
     */
    public Watermarks<T> alignment(String group, Duration maxDrift) {
        return alignment(group, maxDrift, Alignment.DEFAULT_INTERVAL);
    }

    /**
     * The same with another interval between two comparisons.
     *
     * @throws IllegalArgumentException if the group has no name, the drift is negative or the interval is shorter than a
     *     millisecond
     */
    public Watermarks<T> alignment(String group, Duration maxDrift, Duration updateInterval) {
        return new Watermarks<>(
                boundMillis,
                generated,
                perEvent,
                intervalMillis,
                idleAfterMillis,
                punctuated,
                new Alignment(group, maxDrift.toMillis(), updateInterval.toMillis()),
                none);
    }

    /** How the source waits for others, or null when it does not. */
    public @Nullable Alignment alignment() {
        return alignment;
    }

    /** The generator of one partition of a source that started at {@code startMillis}. */
    public PartitionWatermark start(long startMillis) {
        return new PartitionWatermark(this, startMillis);
    }

    /** How much the watermark stays behind the latest event, in milliseconds; −1 when it is not made from event times. */
    public long bound() {
        return generated ? boundMillis + 1 : -1;
    }

    long boundMillis() {
        return boundMillis;
    }

    boolean generated() {
        return generated;
    }

    /** Whether a watermark follows each event, or each that says so, instead of a probe. */
    public boolean isPerEvent() {
        return perEvent;
    }

    /** The time between two probes, in milliseconds. */
    public long intervalMillis() {
        return intervalMillis;
    }

    /** After how long without an event a partition is idle, in milliseconds; zero when partitions never go idle. */
    public long idleAfterMillis() {
        return idleAfterMillis;
    }

    /** What reads watermarks out of events; never null for a punctuated strategy, else null. */
    public @Nullable PunctuatedWatermark<T> reader() {
        return punctuated;
    }

    /** Whether only the end of input moves this watermark. */
    public boolean isNone() {
        return none;
    }

    /** Whether anything but the user and the end of input moves this watermark. */
    public boolean movesByItself() {
        return generated || punctuated != null;
    }

    @Override
    public String toString() {
        String kind = punctuated != null
                ? "punctuated"
                : !generated
                        ? none ? "none" : "by hand"
                        : boundMillis == 0
                                ? "monotonous"
                                : "out of order by " + Times.text(Duration.ofMillis(boundMillis));
        return kind
                + (generated && perEvent ? ", per event" : "")
                + (idleAfterMillis > 0 ? ", idle after " + Times.text(Duration.ofMillis(idleAfterMillis)) : "")
                + (alignment == null ? "" : ", " + alignment);
    }
}
