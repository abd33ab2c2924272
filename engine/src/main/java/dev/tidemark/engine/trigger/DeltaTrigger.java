package dev.tidemark.engine.trigger;

import dev.tidemark.engine.function.DeltaFunction;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.window.Window;

/**
 * Fires when an element differs by more than a threshold from the first of the window or, later, from the one that last made it fire.
 *
 * <p>It knows nothing of the window's end, and can't merge. Source: Flink's {@code DeltaTrigger}.
 *
 * @param threshold fires when {@code delta(remembered, element)} is more than this
 * @param delta how much two elements differ
 * @param type the elements, one of which is remembered
 */
public record DeltaTrigger<T, W extends Window>(double threshold, DeltaFunction<? super T> delta, Class<T> type)
        implements Trigger<T, W> {
    /** A trigger over elements of this type. */
    public static <T, W extends Window> DeltaTrigger<T, W> of(
            double threshold, DeltaFunction<? super T> delta, Class<T> type) {
        return new DeltaTrigger<>(threshold, delta, type);
    }

    private ValueState<T> remembered(Context context) {
        return context.state().value("last element", type);
    }

    @Override
    public TriggerResult onElement(T element, long timestamp, W window, Context context) {
        ValueState<T> remembered = remembered(context);
        T before = remembered.value();
        if (before == null) {
            remembered.update(element);
            return TriggerResult.CONTINUE;
        }
        if (delta.between(before, element) > threshold) {
            remembered.update(element);
            return TriggerResult.FIRE;
        }
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
    public void clear(W window, Context context) {
        remembered(context).clear();
    }

    @Override
    public String toString() {
        return "DeltaTrigger[threshold=" + threshold + "]";
    }
}
