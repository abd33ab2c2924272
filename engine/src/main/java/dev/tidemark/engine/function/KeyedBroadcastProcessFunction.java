package dev.tidemark.engine.function;

import dev.tidemark.engine.state.KeyedState;
import java.io.Serializable;

/**
 * Sees the elements of a keyed stream, with state and timers of their key, and those of a broadcast stream, each in every
 * subtask.
 *
 * <p>There is no order between the two streams. Broadcast elements may change the broadcast state and go over the keys'
 * states; the others read it, and only they set timers. State handles are obtained in {@link #open}; keep them in
 * transient fields. Source: Flink's {@code KeyedBroadcastProcessFunction}.
 *
 * @param <K> the key
 * @param <I> elements of the keyed stream
 * @param <B> elements of the broadcast stream
 * @param <O> results
 */
public abstract class KeyedBroadcastProcessFunction<K, I, B, O> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Called before the first element, and again after each restore. */
    public void open(KeyedState state) throws Exception {}

    /** Called once for each element of the keyed stream, in order. */
    public abstract void processElement(I value, ReadOnlyContext<K> context, Output<O> out) throws Exception;

    /** Called in each subtask once for each broadcast element; must do the same in all of them. There is no key. */
    public abstract void processBroadcastElement(B value, Context<K> context, Output<O> out) throws Exception;

    /** Called when a timer fires; the current key is the one that registered it. */
    public void onTimer(long timestamp, TimerContext<K> context, Output<O> out) throws Exception {}

    /** What the function can ask while it sees an element of the keyed stream. */
    public interface ReadOnlyContext<K>
            extends KeyedProcessFunction.Context<K>, BroadcastProcessFunction.ReadOnlyContext {}

    /** What the function can ask while a timer fires. */
    public interface TimerContext<K> extends KeyedProcessFunction.TimerContext<K>, ReadOnlyContext<K> {}

    /** What the function can ask while it sees a broadcast element. */
    public interface Context<K> extends BroadcastProcessFunction.Context {
        /**
         * Calls {@code function} for each key of this subtask that has something in {@code state}, in the order of the keys;
         * meanwhile that key is the current one.
         *
         * @param state a state that {@link #open} got
         * @throws IllegalArgumentException if it is not
         */
        <S> void applyToKeyedState(S state, KeyedStateFunction<K, S> function) throws Exception;
    }
}
