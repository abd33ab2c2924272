package dev.tidemark.engine;

import dev.tidemark.engine.function.BroadcastProcessFunction;
import dev.tidemark.engine.operator.BroadcastProcessSpec;
import dev.tidemark.engine.state.codec.FunctionTypes;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A stream and a broadcast one that go into the same operator. Source: Flink's {@code BroadcastConnectedStream}.
 *
 * @param <I> elements of the stream
 * @param <B> elements of the broadcast stream
 */
public final class BroadcastConnectedStream<I, B> {
    private final DataStream<I> stream;
    private final BroadcastStream<B> broadcast;

    BroadcastConnectedStream(DataStream<I> stream, BroadcastStream<B> broadcast) {
        this.stream = stream;
        this.broadcast = broadcast;
    }

    /** Whatever the function does with each value of either stream, with broadcast state. */
    public <O> DataStream<O> process(BroadcastProcessFunction<? super I, ? super B, O> function) {
        Optional<Type> result = FunctionTypes.typeArgument(function, BroadcastProcessFunction.class, 2);
        NodeBuilder next = stream.pipeline().add("broadcast-process", broadcast.describe(), result);
        stream.into(next, 0);
        broadcast.stream().into(next, 1);
        FunctionFields.warn(next, function);
        next.does(() -> new BroadcastProcessSpec(DataStream.prototype(function, next.name()), broadcast.schemas()));
        return new DataStream<>(stream.pipeline(), next, null, result);
    }
}
