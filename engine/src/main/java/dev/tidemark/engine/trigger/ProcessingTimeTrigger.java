package dev.tidemark.engine.trigger;

import dev.tidemark.engine.window.TimeWindow;

/** Fires when processing time passes the window, never on a watermark. */
public record ProcessingTimeTrigger() implements Trigger<Object, TimeWindow> {
    @Override
    public TriggerResult onElement(Object element, long timestamp, TimeWindow window, Context context) {
        context.registerProcessingTimeTimer(window.maxTimestamp());
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, Context context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, Context context) {
        return TriggerResult.FIRE;
    }

    @Override
    public boolean waitsForEnd() {
        return true;
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(TimeWindow window, MergeContext context) {
        if (window.maxTimestamp() > context.processingTime()) {
            context.registerProcessingTimeTimer(window.maxTimestamp());
        }
    }

    @Override
    public void clear(TimeWindow window, Context context) {
        context.deleteProcessingTimeTimer(window.maxTimestamp());
    }
}
