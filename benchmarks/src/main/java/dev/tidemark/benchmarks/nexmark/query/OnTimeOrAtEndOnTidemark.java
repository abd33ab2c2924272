package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.window.TimeWindow;

/** Fires at the window's end in processing time, or when the input ends before. */
final class OnTimeOrAtEndOnTidemark implements Trigger<Object, TimeWindow> {
    private static final long serialVersionUID = 1L;

    @Override
    public TriggerResult onElement(Object element, long timestamp, TimeWindow window, Context context) {
        context.registerProcessingTimeTimer(window.maxTimestamp());
        context.registerEventTimeTimer(Long.MAX_VALUE);
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, Context context) {
        return TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, Context context) {
        return TriggerResult.FIRE_AND_PURGE;
    }

    @Override
    public void clear(TimeWindow window, Context context) {
        context.deleteProcessingTimeTimer(window.maxTimestamp());
        context.deleteEventTimeTimer(Long.MAX_VALUE);
    }
}
