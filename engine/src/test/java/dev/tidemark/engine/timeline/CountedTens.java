package dev.tidemark.engine.timeline;

import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.WindowAssigner;
import java.util.List;

/** Windows of ten milliseconds that someone wrote, with no cells and with a trigger of their own: each second element. */
record CountedTens() implements WindowAssigner<Object, TimeWindow> {
    @Override
    public List<TimeWindow> assign(Object element, long timestamp, long processingTime) {
        long start = Math.floorDiv(timestamp, 10) * 10;
        return List.of(new TimeWindow(start, start + 10));
    }

    @Override
    public Trigger<Object, TimeWindow> defaultTrigger() {
        return CountTrigger.of(2);
    }

    @Override
    public boolean eventTime() {
        return true;
    }

    @Override
    public Class<TimeWindow> windowType() {
        return TimeWindow.class;
    }
}
