package dev.tidemark.engine.operator;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.window.Timing;
import dev.tidemark.engine.window.Window;
import java.util.concurrent.Callable;
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

    /** Lets a watermark go that a {@link HoldingOperator} has held; nothing happens while the operator is idle. */
    void pass(long watermark);

    /** The {@code n}-th random number of this subtask, the same for the same seed. */
    long draw(long n);

    /**
     * What came from outside when this was asked for the first time; a re-execution asks nobody.
     *
     * @param n tells it from what else this subtask asks in the same step
     */
    byte[] outside(long n, Callable<byte[]> asking) throws Exception;

    /** Notes that a call was made, and when its answer is due in processing time, in milliseconds. */
    void called(Object about, int attempt, long answerMillis);
}
