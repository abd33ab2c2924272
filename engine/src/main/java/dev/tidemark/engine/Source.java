package dev.tidemark.engine;

import dev.tidemark.engine.function.TimestampSelector;
import dev.tidemark.engine.topology.SourceInput;
import java.lang.reflect.Type;
import java.util.List;

/**
 * Where events come from: a recorded {@link Trace}, or the user's hand.
 *
 * @param <T> the events
 */
public final class Source<T> {
    private final Type type;
    private final String description;
    private final SourceInput input;
    private final boolean timed;

    private Source(Type type, String description, SourceInput input, boolean timed) {
        this.timed = timed;
        this.type = type;
        this.description = description;
        this.input = input;
    }

    /** Plays a trace. */
    public static <T> Source<T> of(Trace<T> trace) {
        return new Source<>(trace.type(), trace.toString(), trace.input(), trace.timed());
    }

    /** Takes what is sent by hand, in one partition named {@code 0}. */
    public static <T> Source<T> byHand(Class<T> type) {
        return new Source<>(type, "by hand", new SourceInput.ByHand(List.of("0"), null, false), true);
    }

    /** The same source by hand with these partitions. */
    public Source<T> partitions(String... names) {
        if (!(input instanceof SourceInput.ByHand byHand)) {
            throw new IllegalStateException(
                    "the partitions of a trace are read from its events; use Trace.partitionBy");
        }
        return new Source<>(
                type, description, new SourceInput.ByHand(List.of(names), byHand.eventTime(), byHand.bounded()), true);
    }

    /** The same source by hand, which reads the event time of what is sent without one. */
    @SuppressWarnings("unchecked")
    public Source<T> eventTime(TimestampSelector<? super T> time) {
        if (!(input instanceof SourceInput.ByHand byHand)) {
            throw new IllegalStateException("the event times of a trace are read from its events; use Trace.eventTime");
        }
        return new Source<>(
                type,
                description,
                new SourceInput.ByHand(byHand.partitions(), (TimestampSelector<Object>) time, byHand.bounded()),
                true);
    }

    /** The same source by hand, of which it is promised that it will be finished: it can be part of a batch. */
    public Source<T> bounded() {
        if (!(input instanceof SourceInput.ByHand byHand)) {
            throw new IllegalStateException("a trace is bounded as it is; leave bounded() away");
        }
        return new Source<>(
                type, "by hand, bounded", new SourceInput.ByHand(byHand.partitions(), byHand.eventTime(), true), timed);
    }

    Type type() {
        return type;
    }

    String describe() {
        return description;
    }

    /** Whether its events have times, or get them when they are sent. */
    boolean timed() {
        return timed;
    }

    SourceInput input() {
        return input;
    }
}
