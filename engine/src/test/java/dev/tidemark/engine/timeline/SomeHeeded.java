package dev.tidemark.engine.timeline;

import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.window.TimeWindow;

/** Asks the trigger inside about elements but those whose value is 0, and tells it of all that happens to their windows. */
record SomeHeeded(Trigger<Object, TimeWindow> inside) implements Trigger<Reading, TimeWindow> {
    @Override
    public TriggerResult onElement(Reading element, long timestamp, TimeWindow window, Context context) {
        return element.value() == 0 ? TriggerResult.CONTINUE : inside.onElement(element, timestamp, window, context);
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, Context context) {
        return inside.onEventTime(time, window, context);
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, Context context) {
        return inside.onProcessingTime(time, window, context);
    }

    @Override
    public boolean canMerge() {
        return inside.canMerge();
    }

    @Override
    public void onMerge(TimeWindow window, MergeContext context) {
        inside.onMerge(window, context);
    }

    @Override
    public void clear(TimeWindow window, Context context) {
        inside.clear(window, context);
    }
}
