package dev.tidemark.engine.window;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows of one size that begin at every slide; an element is added to its windows from the latest to the earliest.
 *
 * <p>With a slide larger than the size, elements in the gaps belong to no window. Source: Flink's
 * {@code SlidingEventTimeWindows}.
 */
public record SlidingWindows(long sizeMillis, long slideMillis, long offsetMillis, boolean eventTime)
        implements WindowAssigner<Object, TimeWindow> {
    private static final long MOST_WINDOWS = 10_000_000;

    public SlidingWindows {
        String sizes = "a sliding window's size is " + Times.text(Duration.ofMillis(sizeMillis)) + " and its slide "
                + Times.text(Duration.ofMillis(slideMillis));
        if (sizeMillis <= 0 || slideMillis <= 0) {
            throw new IllegalArgumentException(sizes + "; both must be at least 1 ms");
        }
        if (Math.abs(offsetMillis) >= slideMillis) {
            throw new IllegalArgumentException(sizes + "; the offset " + Times.text(Duration.ofMillis(offsetMillis))
                    + " must be smaller than the slide");
        }
        if (sizeMillis / slideMillis > MOST_WINDOWS) {
            throw new IllegalArgumentException(
                    sizes + "; an element would be in more than " + MOST_WINDOWS + " windows");
        }
    }

    public static SlidingWindows of(Duration size, Duration slide) {
        return new SlidingWindows(size.toMillis(), slide.toMillis(), 0, true);
    }

    /** The same windows, moved by {@code offset}, which may be negative. */
    public SlidingWindows offset(Duration offset) {
        return new SlidingWindows(sizeMillis, slideMillis, offset.toMillis(), eventTime);
    }

    /** The same windows over processing time. */
    public SlidingWindows inProcessingTime() {
        return new SlidingWindows(sizeMillis, slideMillis, offsetMillis, false);
    }

    @Override
    public List<TimeWindow> assign(Object element, long timestamp, long processingTime) {
        long time = processingTime;
        if (eventTime) {
            WindowAssigner.requireTimestamp(timestamp, element);
            time = timestamp;
        }
        List<TimeWindow> windows = new ArrayList<>();
        long last = cellStart(time);
        for (long start = last; start > time - sizeMillis; start -= slideMillis) {
            windows.add(new TimeWindow(start, start + sizeMillis));
        }
        return windows;
    }

    @Override
    public long cellMillis() {
        return sizeMillis % slideMillis == 0 ? slideMillis : 0;
    }

    @Override
    public long cellStart(long time) {
        return time - Math.floorMod(time - offsetMillis, slideMillis);
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
        return "sliding " + Times.text(Duration.ofMillis(sizeMillis)) + " every "
                + Times.text(Duration.ofMillis(slideMillis)) + (eventTime ? "" : " of processing time");
    }
}
