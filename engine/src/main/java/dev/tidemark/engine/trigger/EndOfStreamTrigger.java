package dev.tidemark.engine.trigger;

import dev.tidemark.engine.window.GlobalWindow;

/** Fires when the input is over: the default of global windows that end with their stream. */
public record EndOfStreamTrigger() implements Trigger<Object, GlobalWindow> {
    @Override
    public TriggerResult onElement(Object element, long timestamp, GlobalWindow window, Context context) {
        context.registerEventTimeTimer(window.maxTimestamp());
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, GlobalWindow window, Context context) {
        return time == window.maxTimestamp() ? TriggerResult.FIRE : TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, GlobalWindow window, Context context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(GlobalWindow window, Context context) {}
}
