package dev.tidemark.engine;

import dev.tidemark.engine.function.CoFlatMapFunction;
import dev.tidemark.engine.function.CoMapFunction;
import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.operator.CoFlatMapSpec;
import dev.tidemark.engine.operator.CoMapSpec;
import dev.tidemark.engine.operator.KeyedCoProcessSpec;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.state.codec.FunctionTypes;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;

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

    /** One value for each value of either stream; a {@link RichFunction} may keep state of the value's key. */
    public <O> DataStream<O> map(CoMapFunction<? super A, ? super B, O> function) {
        return transform(
                "co-map", function, FunctionTypes.typeArgument(function, CoMapFunction.class, 2), CoMapSpec::new);
    }

    /** Any number of values for each value of either stream; a {@link RichFunction} may keep state of the value's key. */
    public <O> DataStream<O> flatMap(CoFlatMapFunction<? super A, ? super B, O> function) {
        return transform(
                "co-flat-map",
                function,
                FunctionTypes.typeArgument(function, CoFlatMapFunction.class, 2),
                CoFlatMapSpec::new);
    }

    /** Whatever the function does with each value of either stream, with state and timers of its key. */
    public <O> DataStream<O> process(KeyedCoProcessFunction<K, ? super A, ? super B, O> function) {
        return transform(
                "keyed-co-process",
                function,
                FunctionTypes.typeArgument(function, KeyedCoProcessFunction.class, 3),
                KeyedCoProcessSpec::new);
    }

    private <O, F> DataStream<O> transform(
            String kind, Serializable function, Optional<Type> result, Function<Prototype<F>, OperatorSpec> spec) {
        NodeBuilder next = first.next(kind, "", result);
        second.into(next, 1);
        FunctionFields.warn(next, function);
        next.does(() -> spec.apply(DataStream.prototype(function, next.name())));
        return new DataStream<>(first.stream().pipeline(), next, null, result);
    }
}
