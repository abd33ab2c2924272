package dev.tidemark.engine.function;

import dev.tidemark.engine.state.KeyedState;
import java.io.Serializable;

/**
 * Sees each element of two keyed inputs, with state and timers of its key that both inputs share.
 *
 * <p>Each input is seen in its own order, in no order between them. State handles are obtained in {@link #open}; keep
 * them in transient fields. Source: Flink's {@code KeyedCoProcessFunction}.
 *
 * @param <K> the key
 * @param <A> elements of the first input
 * @param <B> elements of the second input
 * @param <O> results
 */
public abstract class KeyedCoProcessFunction<K, A, B, O> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Called before the first element, and again after each restore. */
    public void open(KeyedState state) throws Exception {}

    /** Called once for each element of the first input. */
    public abstract void processElement1(A value, KeyedProcessFunction.Context<K> context, Output<O> out)
            throws Exception;

    /** Called once for each element of the second input. */
    public abstract void processElement2(B value, KeyedProcessFunction.Context<K> context, Output<O> out)
            throws Exception;

    /** Called when a timer fires, whichever input's element set it; the current key is the one that registered it. */
    public void onTimer(long timestamp, KeyedProcessFunction.TimerContext<K> context, Output<O> out) throws Exception {}
}
