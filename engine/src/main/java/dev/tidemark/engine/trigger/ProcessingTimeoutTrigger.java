package dev.tidemark.engine.trigger;

import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.window.Window;
import java.time.Duration;

/**
 * Fires when the trigger inside does, and when processing time has gone on for a while since the first element, or the last one.
 *
 * <p>Once it fires for an element it forgets its timer and what the trigger inside remembers. Every timer of the window makes it
 * fire, whatever the trigger inside says, also the one that cleans the window up. It can't merge. Source: Flink's
 * {@code ProcessingTimeoutTrigger}.
 *
 * @param timeoutMillis how long after the element it fires
 * @param resetOnElement whether each element begins the wait anew
 * @param clearOnTimeout whether what the trigger inside remembers goes when a timer fires
 */
public record ProcessingTimeoutTrigger<T, W extends Window>(
        Trigger<T, W> inside, long timeoutMillis, boolean resetOnElement, boolean clearOnTimeout)
        implements Trigger<T, W> {
    public ProcessingTimeoutTrigger {
        if (timeoutMillis < 0) {
            throw new IllegalArgumentException("a trigger's timeout is " + Times.text(Duration.ofMillis(timeoutMillis))
                    + "; it must be zero or more");
        }
    }

    /** Waits since the first element since the last firing, and clears the trigger inside at a timeout. */
    public static <T, W extends Window> ProcessingTimeoutTrigger<T, W> of(Trigger<T, W> inside, Duration timeout) {
        return new ProcessingTimeoutTrigger<>(inside, timeout.toMillis(), false, true);
    }

    /** See the record's components. */
    public static <T, W extends Window> ProcessingTimeoutTrigger<T, W> of(
            Trigger<T, W> inside, Duration timeout, boolean resetOnElement, boolean clearOnTimeout) {
        return new ProcessingTimeoutTrigger<>(inside, timeout.toMillis(), resetOnElement, clearOnTimeout);
    }

    private static ValueState<Long> timeout(Context context) {
        return context.state().value("timeout", Long.class);
    }

    @Override
    public TriggerResult onElement(T element, long timestamp, W window, Context context) {
        TriggerResult result = inside.onElement(element, timestamp, window, context);
        if (result.fires()) {
            clear(window, context);
            return result;
        }
        if (resetOnElement) {
            forget(context);
        }
        if (timeout(context).value() == null) {
            long at = context.processingTime() + timeoutMillis;
            timeout(context).update(at);
            context.registerProcessingTimeTimer(at);
        }
        return result;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, Context context) {
        return timedOut(inside.onEventTime(time, window, context), window, context);
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, Context context) {
        return timedOut(inside.onProcessingTime(time, window, context), window, context);
    }

    private TriggerResult timedOut(TriggerResult result, W window, Context context) {
        if (clearOnTimeout) {
            clear(window, context);
        }
        return result.purges() ? TriggerResult.FIRE_AND_PURGE : TriggerResult.FIRE;
    }

    private static void forget(Context context) {
        Long at = timeout(context).value();
        if (at != null) {
            context.deleteProcessingTimeTimer(at);
            timeout(context).clear();
        }
    }

    @Override
    public void clear(W window, Context context) {
        forget(context);
        inside.clear(window, context);
    }
}
