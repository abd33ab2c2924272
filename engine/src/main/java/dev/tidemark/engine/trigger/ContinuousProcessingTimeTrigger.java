package dev.tidemark.engine.trigger;

import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.window.Window;
import java.time.Duration;

/**
 * Fires at every multiple of an interval of processing time.
 *
 * <p>Flink computes the first firing with {@code timestamp % interval}, so that before 1970 the first multiple is
 * skipped; so does this. The last firing is at the window's {@code maxTimestamp}; in windows of event time, which
 * processing time can have left behind, Flink's then fires for ever, and this once for each element.
 */
public record ContinuousProcessingTimeTrigger<W extends Window>(long intervalMillis) implements Trigger<Object, W> {
    private static final String NEXT = "next firing";

    public ContinuousProcessingTimeTrigger {
        if (intervalMillis <= 0) {
            throw new IllegalArgumentException("a continuous trigger's interval is "
                    + Times.text(Duration.ofMillis(intervalMillis)) + "; it must be at least 1 ms");
        }
    }

    public static <W extends Window> ContinuousProcessingTimeTrigger<W> every(Duration interval) {
        return new ContinuousProcessingTimeTrigger<>(interval.toMillis());
    }

    private static ReducingState<Long> next(Context context) {
        return context.state().reducing(NEXT, Long.class, Math::min);
    }

    private void schedule(long from, W window, Context context) {
        long time = Math.min(from + intervalMillis, window.maxTimestamp());
        next(context).add(time);
        context.registerProcessingTimeTimer(time);
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, Context context) {
        if (next(context).value() == null) {
            long now = context.processingTime();
            schedule(now - now % intervalMillis, window, context);
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, Context context) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, Context context) {
        Long due = next(context).value();
        if (due != null && due == time) {
            next(context).clear();
            if (time < window.maxTimestamp()) {
                schedule(time, window, context);
            }
            return TriggerResult.FIRE;
        }
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
            context.registerProcessingTimeTimer(time);
        }
    }

    @Override
    public void clear(W window, Context context) {
        Long time = next(context).value();
        if (time != null) {
            context.deleteProcessingTimeTimer(time);
            next(context).clear();
        }
    }
}
