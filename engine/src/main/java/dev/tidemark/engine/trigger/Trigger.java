package dev.tidemark.engine.trigger;

import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.window.Window;
import java.io.Serializable;

/**
 * Decides when a window's contents are emitted and purged.
 *
 * <p>A trigger keeps nothing in its fields: what it has to remember lives in the context's state, which is scoped to the
 * key and the window. A trigger that is named replaces the assigner's default. Source: Flink's {@code Trigger}.
 *
 * @param <T> elements that it can look at
 */
public interface Trigger<T, W extends Window> extends Serializable {
    /** Called after an element was added. */
    TriggerResult onElement(T element, long timestamp, W window, Context context);

    /** Called when an event-time timer of the window fires. */
    TriggerResult onEventTime(long time, W window, Context context);

    /** Called when a processing-time timer of the window fires. */
    TriggerResult onProcessingTime(long time, W window, Context context);

    /** Whether the trigger ever registers a timer; one that does not is not asked about the time at which it will fire. */
    default boolean usesTimers() {
        return true;
    }

    /**
     * Whether the trigger only ever waits for the window's end: then it is not asked again about further elements of a
     * window whose end has not come.
     */
    default boolean waitsForEnd() {
        return false;
    }

    /** Whether the trigger fires when the watermark says so; a pipeline without watermarks is then warned of. */
    default boolean waitsForWatermarks() {
        return false;
    }

    /** Whether the trigger can be used with windows that merge. */
    default boolean canMerge() {
        return false;
    }

    /** Called when windows were merged into {@code window}; registers its timers and merges its state. */
    default void onMerge(W window, MergeContext context) {
        throw new UnsupportedOperationException("the trigger " + this + " can't merge windows");
    }

    /** Drops timers and state when the window is cleaned up or merged away. */
    void clear(W window, Context context);

    /** What a trigger can ask and keep. */
    interface Context {
        long watermark();

        long processingTime();

        void registerEventTimeTimer(long time);

        void registerProcessingTimeTimer(long time);

        void deleteEventTimeTimer(long time);

        void deleteProcessingTimeTimer(long time);

        /** State of this key and window. */
        KeyedState state();
    }

    /** What a trigger can do when windows merge. */
    interface MergeContext extends Context {
        /** Reduces the reducing state of the merged windows into the resulting one. */
        <V> void mergeReducing(String name, Class<V> type, ReduceFunction<V> reduce);
    }
}
