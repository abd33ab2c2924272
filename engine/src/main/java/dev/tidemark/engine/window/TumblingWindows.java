package dev.tidemark.engine.window;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.Trigger;
import java.time.Duration;
import java.util.List;

/**
 * Windows of one size, end to end: {@code start = timestamp − floorMod(timestamp − offset, size)}.
 *
 * <p>Source: Flink's {@code TumblingEventTimeWindows} and {@code TumblingProcessingTimeWindows}.
 */
public record TumblingWindows(long sizeMillis, long offsetMillis, boolean eventTime)
        implements WindowAssigner<Object, TimeWindow> {
    public TumblingWindows {
        if (sizeMillis <= 0) {
            throw new IllegalArgumentException("a tumbling window's size is "
                    + Times.text(Duration.ofMillis(sizeMillis)) + "; it must be at least 1 ms");
        }
        if (Math.abs(offsetMillis) >= sizeMillis) {
            throw new IllegalArgumentException(
                    "a tumbling window's offset is " + Times.text(Duration.ofMillis(offsetMillis)) + " and its size "
                            + Times.text(Duration.ofMillis(sizeMillis)) + "; the offset must be smaller than the size");
        }
    }

    public static TumblingWindows of(Duration size) {
        return new TumblingWindows(size.toMillis(), 0, true);
    }

    /** The same windows, moved by {@code offset}, which may be negative. */
    public TumblingWindows offset(Duration offset) {
        return new TumblingWindows(sizeMillis, offset.toMillis(), eventTime);
    }

    /** The same windows over processing time. */
    public TumblingWindows inProcessingTime() {
        return new TumblingWindows(sizeMillis, offsetMillis, false);
    }

    @Override
    public List<TimeWindow> assign(Object element, long timestamp, long processingTime) {
        long time = processingTime;
        if (eventTime) {
            WindowAssigner.requireTimestamp(timestamp, element);
            time = timestamp;
        }
        long start = cellStart(time);
        return List.of(new TimeWindow(start, start + sizeMillis));
    }

    @Override
    public long cellMillis() {
        return sizeMillis;
    }

    @Override
    public long cellStart(long time) {
        return time - Math.floorMod(time - offsetMillis, sizeMillis);
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
    public String toString() {
        return "tumbling " + Times.text(Duration.ofMillis(sizeMillis))
                + (offsetMillis == 0 ? "" : " offset " + Times.text(Duration.ofMillis(offsetMillis)))
                + (eventTime ? "" : " of processing time");
    }
}
