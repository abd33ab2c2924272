package dev.tidemark.engine.function;

import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import java.io.Serializable;

/**
 * Sees the elements of a stream, each in one subtask, and those of a broadcast stream, each in every subtask.
 *
 * <p>There is no order between the two streams. Broadcast elements may change the broadcast state, the others read it.
 * Source: Flink's {@code BroadcastProcessFunction}.
 *
 * @param <I> elements of the stream
 * @param <B> elements of the broadcast stream
 * @param <O> results
 */
public abstract class BroadcastProcessFunction<I, B, O> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Called once for each element of the stream, in order. */
    public abstract void processElement(I value, ReadOnlyContext context, Output<O> out) throws Exception;

    /** Called in each subtask once for each broadcast element; must do the same in all of them. */
    public abstract void processBroadcastElement(B value, Context context, Output<O> out) throws Exception;

    /** What the function can ask while it sees an element of the stream. */
    public interface ReadOnlyContext extends ProcessFunction.Context {
        /**
         * A broadcast state, to read.
         *
         * @throws IllegalArgumentException if {@code broadcast(…)} did not declare it, or with other types
         */
        <X, Y> ReadOnlyBroadcastState<X, Y> broadcastState(MapStateDescriptor<X, Y> descriptor);
    }

    /** What the function can ask while it sees a broadcast element. */
    public interface Context extends ProcessFunction.Context {
        /**
         * A broadcast state, to read and to change.
         *
         * @throws IllegalArgumentException if {@code broadcast(…)} did not declare it, or with other types
         */
        <X, Y> BroadcastState<X, Y> broadcastState(MapStateDescriptor<X, Y> descriptor);
    }
}
