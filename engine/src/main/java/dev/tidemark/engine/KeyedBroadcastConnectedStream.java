package dev.tidemark.engine;

import dev.tidemark.engine.function.KeyedBroadcastProcessFunction;
import dev.tidemark.engine.operator.KeyedBroadcastProcessSpec;
import dev.tidemark.engine.state.codec.FunctionTypes;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A keyed stream and a broadcast one that go into the same operator. Source: Flink's {@code BroadcastConnectedStream} of a
 * keyed stream.
 *
 * @param <K> the keys
 * @param <I> elements of the keyed stream
 * @param <B> elements of the broadcast stream
 */
public final class KeyedBroadcastConnectedStream<K, I, B> {
    private final KeyedStream<I, K> keyed;
    private final BroadcastStream<B> broadcast;

    KeyedBroadcastConnectedStream(KeyedStream<I, K> keyed, BroadcastStream<B> broadcast) {
        this.keyed = keyed;
        this.broadcast = broadcast;
    }

    /** Whatever the function does with each value of either stream, with state and timers by key, and broadcast state. */
    public <O> DataStream<O> process(KeyedBroadcastProcessFunction<K, ? super I, ? super B, O> function) {
        Optional<Type> result = FunctionTypes.typeArgument(function, KeyedBroadcastProcessFunction.class, 3);
        NodeBuilder next = keyed.next("keyed-broadcast-process", broadcast.describe(), result);
        broadcast.stream().into(next, 1);
        FunctionFields.warn(next, function);
        next.does(
                () -> new KeyedBroadcastProcessSpec(DataStream.prototype(function, next.name()), broadcast.schemas()));
        return new DataStream<>(keyed.stream().pipeline(), next, null, result);
    }
}
