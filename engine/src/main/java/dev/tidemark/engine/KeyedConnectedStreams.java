package dev.tidemark.engine;

import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.engine.operator.KeyedCoProcessSpec;
import dev.tidemark.engine.state.codec.FunctionTypes;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * Two streams by key that go into the same operator: equal keys of both meet in the same subtask. Source: Flink's {@code
 * ConnectedStreams} of two keyed streams.
 *
 * @param <K> the keys
 * @param <A> elements of the first stream
 * @param <B> elements of the second stream
 */
public final class KeyedConnectedStreams<K, A, B> {
    private final KeyedStream<A, K> first;
    private final KeyedStream<B, K> second;

    KeyedConnectedStreams(KeyedStream<A, K> first, KeyedStream<B, K> second) {
        this.first = first;
        this.second = second;
    }

    /** Whatever the function does with each value of either stream, with state and timers of its key. */
    public <O> DataStream<O> process(KeyedCoProcessFunction<K, ? super A, ? super B, O> function) {
        Optional<Type> result = FunctionTypes.typeArgument(function, KeyedCoProcessFunction.class, 3);
        NodeBuilder next = first.next("keyed-co-process", "", result);
        second.into(next, 1);
        FunctionFields.warn(next, function);
        next.does(() -> new KeyedCoProcessSpec(DataStream.prototype(function, next.name())));
        return new DataStream<>(first.stream().pipeline(), next, null, result);
    }
}
