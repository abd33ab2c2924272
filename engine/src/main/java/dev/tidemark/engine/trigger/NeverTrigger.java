package dev.tidemark.engine.trigger;

import dev.tidemark.engine.window.Window;

/** Never fires: the default of global windows. */
public record NeverTrigger<W extends Window>() implements Trigger<Object, W> {
    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, Context context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, Context context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, Context context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public boolean usesTimers() {
        return false;
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(W window, MergeContext context) {}

    @Override
    public void clear(W window, Context context) {}
}
