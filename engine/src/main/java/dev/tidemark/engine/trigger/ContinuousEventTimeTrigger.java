package dev.tidemark.engine.trigger;

import dev.tidemark.engine.state.ReducingState;
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
    private static final String NEXT = "next firing";

    public ContinuousEventTimeTrigger {
        if (intervalMillis <= 0) {
            throw new IllegalArgumentException("a continuous trigger's interval is "
                    + Times.text(Duration.ofMillis(intervalMillis)) + "; it must be at least 1 ms");
        }
    }

    public static <W extends Window> ContinuousEventTimeTrigger<W> every(Duration interval) {
        return new ContinuousEventTimeTrigger<>(interval.toMillis());
    }

    private static ReducingState<Long> next(Context context) {
        return context.state().reducing(NEXT, Long.class, Math::min);
    }

    private void schedule(long from, W window, Context context) {
        long time = Math.min(from + intervalMillis, window.maxTimestamp());
        next(context).add(time);
        context.registerEventTimeTimer(time);
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, Context context) {
        if (window.maxTimestamp() <= context.watermark()) {
            return TriggerResult.FIRE;
        }
        context.registerEventTimeTimer(window.maxTimestamp());
        if (next(context).value() == null) {
            schedule(timestamp - timestamp % intervalMillis, window, context);
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, Context context) {
        if (time == window.maxTimestamp()) {
            return TriggerResult.FIRE;
        }
        Long due = next(context).value();
        if (due != null && due == time) {
            next(context).clear();
            schedule(time, window, context);
            return TriggerResult.FIRE;
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, Context context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(W window, MergeContext context) {
        context.mergeReducing(NEXT, Long.class, Math::min);
        Long time = next(context).value();
        if (time != null) {
            context.registerEventTimeTimer(time);
        }
    }

    @Override
    public void clear(W window, Context context) {
        Long time = next(context).value();
        if (time != null) {
            context.deleteEventTimeTimer(time);
            next(context).clear();
        }
    }
}
