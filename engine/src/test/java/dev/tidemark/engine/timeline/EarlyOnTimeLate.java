package dev.tidemark.engine.timeline;

import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.window.TimeWindow;

/**
 * An early result a while of processing time after the first element since the last pane, one on time, and one for each
 * late element.
 *
 * <p>A processing-time timer for t fires at t + 1 ms, so the timer is set a millisecond earlier.
 */
record EarlyOnTimeLate(long earlyMillis) implements Trigger<Object, TimeWindow> {
    private static ValueState<Long> early(Context context) {
        return context.state().value("early timer", Long.class);
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, TimeWindow window, Context context) {
        if (context.watermark() >= window.maxTimestamp()) {
            return TriggerResult.FIRE;
        }
        context.registerEventTimeTimer(window.maxTimestamp());
        if (early(context).value() == null) {
            long at = context.processingTime() + earlyMillis - 1;
            early(context).update(at);
            context.registerProcessingTimeTimer(at);
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, Context context) {
        if (time != window.maxTimestamp()) {
            return TriggerResult.CONTINUE;
        }
        forgetEarly(context);
        return TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, Context context) {
        early(context).clear();
        return TriggerResult.FIRE;
    }

    @Override
    public void clear(TimeWindow window, Context context) {
        context.deleteEventTimeTimer(window.maxTimestamp());
        forgetEarly(context);
    }

    private static void forgetEarly(Context context) {
        Long at = early(context).value();
        if (at != null) {
            context.deleteProcessingTimeTimer(at);
            early(context).clear();
        }
    }
}
