package dev.tidemark.engine.trigger;

import dev.tidemark.engine.window.TimeWindow;

/** Fires when the watermark passes the window, and at once for each element after that. */
public record EventTimeTrigger() implements Trigger<Object, TimeWindow> {
    @Override
    public TriggerResult onElement(Object element, long timestamp, TimeWindow window, Context context) {
        if (window.maxTimestamp() <= context.watermark()) {
            return TriggerResult.FIRE;
        }
        context.registerEventTimeTimer(window.maxTimestamp());
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, Context context) {
        return time == window.maxTimestamp() ? TriggerResult.FIRE : TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, Context context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public boolean waitsForEnd() {
        return true;
    }

    @Override
    public boolean waitsForWatermarks() {
        return true;
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(TimeWindow window, MergeContext context) {
        if (window.maxTimestamp() > context.watermark()) {
            context.registerEventTimeTimer(window.maxTimestamp());
        }
    }

    @Override
    public void clear(TimeWindow window, Context context) {
        context.deleteEventTimeTimer(window.maxTimestamp());
    }

    /** Written out, as is the hash code: what a record has by itself is linked at run time, late for a first result. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EventTimeTrigger;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
