package dev.tidemark.engine;

import dev.tidemark.engine.function.TimestampSelector;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads times out of events, and says which event has none. */
final class EventTimes {
    private EventTimes() {}

    /** The time of {@code event} in milliseconds. */
    static <T> long of(T event, TimestampSelector<? super T> selector) {
        @Nullable Instant time = selector.time(event);
        if (time == null) {
            throw new IllegalArgumentException("the event " + event
                    + " has no time (its selector returned null); filter such events out, or give them one");
        }
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the event " + event + " happened at " + time + ", beyond the end of event time: it goes from "
                            + Instant.ofEpochMilli(Long.MIN_VALUE) + " to " + Instant.ofEpochMilli(Long.MAX_VALUE),
                    e);
        }
    }
}
