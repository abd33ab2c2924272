package dev.tidemark.engine.window;

import dev.tidemark.engine.function.SessionGap;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.Trigger;
import java.time.Duration;
import java.util.List;

/**
 * Windows that last as long as no gap opens: each element opens {@code [timestamp, timestamp + gap)}, and windows that
 * overlap or touch become one.
 *
 * <p>Source: Flink's {@code EventTimeSessionWindows} and {@code ProcessingTimeSessionWindows}.
 */
public record SessionWindows(long gapMillis, boolean eventTime) implements WindowAssigner<Object, TimeWindow> {
    public SessionWindows {
        if (gapMillis <= 0) {
            throw new IllegalArgumentException(
                    "a session's gap is " + Times.text(Duration.ofMillis(gapMillis)) + "; it must be at least 1 ms");
        }
    }

    public static SessionWindows withGap(Duration gap) {
        return new SessionWindows(gap.toMillis(), true);
    }

    /** Sessions whose elements say themselves how long a gap may be. */
    public static <T> DynamicSessionWindows<T> withDynamicGap(SessionGap<? super T> gap) {
        return new DynamicSessionWindows<>(gap, true);
    }

    /** The same windows over processing time. */
    public SessionWindows inProcessingTime() {
        return new SessionWindows(gapMillis, false);
    }

    @Override
    public List<TimeWindow> assign(Object element, long timestamp, long processingTime) {
        long start = eventTime ? timestamp : processingTime;
        return List.of(new TimeWindow(start, start + gapMillis));
    }

    @Override
    public Trigger<Object, TimeWindow> defaultTrigger() {
        return eventTime ? new EventTimeTrigger() : new ProcessingTimeTrigger();
    }

    @Override
    public Class<TimeWindow> windowType() {
        return TimeWindow.class;
    }

    @Override
    public boolean merging() {
        return true;
    }

    @Override
    public String toString() {
        return "sessions with gap " + Times.text(Duration.ofMillis(gapMillis))
                + (eventTime ? "" : " of processing time");
    }
}
