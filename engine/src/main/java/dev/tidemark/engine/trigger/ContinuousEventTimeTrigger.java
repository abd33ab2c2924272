package dev.tidemark.engine.trigger;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.window.Window;
import java.time.Duration;

/**
 * Fires at every multiple of an interval of event time, and always when the watermark passes the window.
 *
 * <p>Flink computes the first firing with {@code timestamp % interval}, so that before 1970 the first multiple is
 * skipped; so does this.
 */
public record ContinuousEventTimeTrigger<W extends Window>(long intervalMillis) implements Trigger<Object, W> {
    public ContinuousEventTimeTrigger {
        if (intervalMillis <= 0) {
            throw new IllegalArgumentException("a continuous trigger's interval is "
                    + Times.text(Duration.ofMillis(intervalMillis)) + "; it must be at least 1 ms");
        }
    }

    public static <W extends Window> ContinuousEventTimeTrigger<W> every(Duration interval) {
        return new ContinuousEventTimeTrigger<>(interval.toMillis());
    }

    private NextFiring firing() {
        return new NextFiring(intervalMillis, true);
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, Context context) {
        if (window.maxTimestamp() <= context.watermark()) {
            return TriggerResult.FIRE;
        }
        context.registerEventTimeTimer(window.maxTimestamp());
        firing().begin(timestamp, window, context);
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, Context context) {
        boolean due = time == window.maxTimestamp() || firing().due(time, window, context);
        return due ? TriggerResult.FIRE : TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, Context context) {
        return TriggerResult.CONTINUE;
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
    public void onMerge(W window, MergeContext context) {
        firing().merge(context);
    }

    @Override
    public void clear(W window, Context context) {
        firing().clear(context);
    }
}
