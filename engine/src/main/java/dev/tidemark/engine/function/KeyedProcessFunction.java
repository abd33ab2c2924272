package dev.tidemark.engine.function;

import dev.tidemark.engine.state.KeyedState;
import java.io.Serializable;

/**
 * Sees each element of a keyed stream, with state and timers of its key.
 *
 * <p>State handles are obtained in {@link #open}; keep them in transient fields. Source: Flink's
 * {@code KeyedProcessFunction}.
 *
 * @param <K> the key
 * @param <I> elements in
 * @param <O> results
 */
public abstract class KeyedProcessFunction<K, I, O> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Called before the first element, and again after each restore. */
    public void open(KeyedState state) throws Exception {}

    /** Called once for each element, in order. */
    public abstract void processElement(I value, Context<K> context, Output<O> out) throws Exception;

    /** Called when a timer fires; the current key is the one that registered it. */
    public void onTimer(long timestamp, TimerContext<K> context, Output<O> out) throws Exception {}

    /** What a function can ask while it sees an element. */
    public interface Context<K> extends ProcessFunction.Context {
        K key();

        /** Timers of the current key. */
        TimerService timers();
    }

    /** What a function can ask while a timer fires; {@link #timestamp()} is the timer's. */
    public interface TimerContext<K> extends Context<K> {
        /** Whether the timer is one of event time. */
        boolean eventTime();
    }
}
