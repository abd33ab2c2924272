package dev.tidemark.engine.operator;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.window.Timing;
import dev.tidemark.engine.window.Window;
import org.jspecify.annotations.Nullable;

/** What the runtime gives to one subtask of an operator. */
public interface OperatorContext {
    /** The operator's name. */
    String name();

    int subtask();

    /** How many subtasks the operator has. */
    int parallelism();

    /** How many key groups there are. */
    int maxParallelism();

    /** Emits into the main output. */
    void emit(Object value, long timestamp);

    /** Emits into a side output; nothing happens when nobody reads it. */
    void emitSide(String tag, Object value, long timestamp);

    /** Whether somebody reads this side output. */
    boolean hasSide(String tag);

    /** The watermark that this operator has reached, in milliseconds. */
    long watermark();

    /** Processing time in milliseconds. */
    long processingTime();

    /**
     * Keyed state and timers.
     *
     * @throws IllegalStateException if the operator's input is not keyed
     */
    KeyedStore<Object> keyed();

    /** Notes that an element was late for all its windows; {@code dropped} unless a side output takes it. */
    void late(Event element, boolean dropped);

    /** Notes that a window fired. */
    void fired(Object key, Window window, Timing timing);

    /** Notes that an entry of a broadcast state has another value; {@code after} is null when it was removed. */
    void broadcastChanged(String state, Object key, @Nullable Object after);
}
