package dev.tidemark.engine.trigger;

import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.window.Window;

/** Fires after every {@code count} elements of a window; it knows nothing of the window's end. */
public record CountTrigger<W extends Window>(long count) implements Trigger<Object, W> {
    private static final String SEEN = "count";

    public CountTrigger {
        if (count <= 0) {
            throw new IllegalArgumentException(
                    "a count trigger fires after " + count + " elements; it must be at least 1");
        }
    }

    public static <W extends Window> CountTrigger<W> of(long count) {
        return new CountTrigger<>(count);
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, Context context) {
        ReducingState<Long> seen = context.state().reducing(SEEN, Long.class, Long::sum);
        seen.add(1L);
        Long total = seen.value();
        if (total != null && total >= count) {
            seen.clear();
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
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(W window, MergeContext context) {
        context.mergeReducing(SEEN, Long.class, Long::sum);
    }

    @Override
    public void clear(W window, Context context) {
        context.state().reducing(SEEN, Long.class, Long::sum).clear();
    }
}
