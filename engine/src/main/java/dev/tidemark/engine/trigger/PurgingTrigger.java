package dev.tidemark.engine.trigger;

import dev.tidemark.engine.window.Window;

/** Drops a window's contents whenever the trigger inside fires; timers and the trigger's own state stay. */
public record PurgingTrigger<T, W extends Window>(Trigger<T, W> inside) implements Trigger<T, W> {
    public static <T, W extends Window> PurgingTrigger<T, W> of(Trigger<T, W> inside) {
        return new PurgingTrigger<>(inside);
    }

    private static TriggerResult purge(TriggerResult result) {
        return result.fires() ? TriggerResult.FIRE_AND_PURGE : result;
    }

    @Override
    public TriggerResult onElement(T element, long timestamp, W window, Context context) {
        return purge(inside.onElement(element, timestamp, window, context));
    }

    @Override
    public TriggerResult onEventTime(long time, W window, Context context) {
        return purge(inside.onEventTime(time, window, context));
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, Context context) {
        return purge(inside.onProcessingTime(time, window, context));
    }

    @Override
    public boolean usesTimers() {
        return inside.usesTimers();
    }

    @Override
    public boolean waitsForWatermarks() {
        return inside.waitsForWatermarks();
    }

    @Override
    public boolean canMerge() {
        return inside.canMerge();
    }

    @Override
    public void onMerge(W window, MergeContext context) {
        inside.onMerge(window, context);
    }

    @Override
    public void clear(W window, Context context) {
        inside.clear(window, context);
    }
}
