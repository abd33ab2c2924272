package dev.tidemark.engine.window;

import dev.tidemark.engine.function.SessionGap;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.Trigger;
import java.time.Duration;
import java.util.List;

/**
 * Sessions whose elements say themselves how long a gap may be: each opens {@code [timestamp, timestamp + its gap)}, and windows that
 * overlap or touch become one.
 *
 * <p>A gap of less than a millisecond is an error when its element comes. Source: Flink's {@code DynamicEventTimeSessionWindows} and
 * {@code DynamicProcessingTimeSessionWindows}.
 *
 * @param <T> the elements
 */
public record DynamicSessionWindows<T>(SessionGap<? super T> gap, boolean eventTime)
        implements WindowAssigner<T, TimeWindow> {
    /** The same windows over processing time. */
    public DynamicSessionWindows<T> inProcessingTime() {
        return new DynamicSessionWindows<>(gap, false);
    }

    @Override
    public List<TimeWindow> assign(T element, long timestamp, long processingTime) {
        Duration after = gap.after(element);
        long millis = after.toMillis();
        if (millis <= 0) {
            throw new IllegalArgumentException(
                    "the session's gap behind " + element + " is " + Times.text(after) + "; it must be at least 1 ms");
        }
        long start = eventTime ? timestamp : processingTime;
        return List.of(new TimeWindow(start, start + millis));
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
        return "sessions with a gap by element" + (eventTime ? "" : " of processing time");
    }
}
