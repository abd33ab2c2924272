package dev.tidemark.benchmarks.window;

import dev.tidemark.benchmarks.event.EventPlan;
import java.time.Duration;

/**
 * Which windows, over which stream.
 *
 * @param kind how windows lie
 * @param size how long one is; of sessions, the gap that ends one
 * @param slide how far one begins after another; the size itself if they don't overlap
 */
public record WindowPlan(EventPlan events, Kind kind, Duration size, Duration slide) {
    /** How windows lie. */
    public enum Kind {
        TUMBLING,
        SLIDING,
        SESSION
    }

    /** Windows of {@code size} side by side. */
    public static WindowPlan tumbling(EventPlan events, Duration size) {
        return new WindowPlan(events, Kind.TUMBLING, size, size);
    }

    /** Windows of {@code size}, one for each {@code slide}. */
    public static WindowPlan sliding(EventPlan events, Duration size, Duration slide) {
        return new WindowPlan(events, Kind.SLIDING, size, slide);
    }

    /** Windows that end when nothing has come for {@code gap}. */
    public static WindowPlan sessions(EventPlan events, Duration gap) {
        return new WindowPlan(events, Kind.SESSION, gap, gap);
    }
}
