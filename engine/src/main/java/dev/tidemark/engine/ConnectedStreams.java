package dev.tidemark.engine;

import dev.tidemark.engine.function.CoFlatMapFunction;
import dev.tidemark.engine.function.CoMapFunction;
import dev.tidemark.engine.function.CoProcessFunction;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.operator.CoFlatMapSpec;
import dev.tidemark.engine.operator.CoMapSpec;
import dev.tidemark.engine.operator.CoProcessSpec;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.state.codec.FunctionTypes;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two streams that go into the same operator.
 *
 * <p>Each input keeps its order; between them there is none. The operator's watermark is the lower of the two. Source:
 * Flink's {@code ConnectedStreams}.
 *
 * @param <A> elements of the first stream
 * @param <B> elements of the second stream
 */
public final class ConnectedStreams<A, B> {
    private final DataStream<A> first;
    private final DataStream<B> second;

    ConnectedStreams(DataStream<A> first, DataStream<B> second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Both streams by key, so that they share state and timers.
     *
     * @throws IllegalArgumentException if the keys are of different types
     */
    public <K> KeyedConnectedStreams<K, A, B> keyBy(
            KeySelector<? super A, K> firstKey, KeySelector<? super B, K> secondKey) {
        return first.<K>keyBy(firstKey).connect(second.<K>keyBy(secondKey));
    }

    /** Both streams by key, where the key's type can't be read from the selectors. */
    public <K> KeyedConnectedStreams<K, A, B> keyBy(
            KeySelector<? super A, K> firstKey, KeySelector<? super B, K> secondKey, Class<K> keyType) {
        return first.keyBy(firstKey, keyType).connect(second.keyBy(secondKey, keyType));
    }

    /** One value for each value of either stream. */
    public <O> DataStream<O> map(CoMapFunction<? super A, ? super B, O> function) {
        return transform("co-map", function, CoMapFunction.class, CoMapSpec::new);
    }

    /** Any number of values for each value of either stream. */
    public <O> DataStream<O> flatMap(CoFlatMapFunction<? super A, ? super B, O> function) {
        return transform("co-flat-map", function, CoFlatMapFunction.class, CoFlatMapSpec::new);
    }

    /** Whatever the function does with each value of either stream, side outputs included. */
    public <O> DataStream<O> process(CoProcessFunction<? super A, ? super B, O> function) {
        return transform("co-process", function, CoProcessFunction.class, CoProcessSpec::new);
    }

    private <O, F> DataStream<O> transform(
            String kind, Serializable function, Class<?> base, Function<Prototype<F>, OperatorSpec> spec) {
        Optional<Type> result = FunctionTypes.typeArgument(function, base, 2);
        NodeBuilder next = first.pipeline().add(kind, "", result);
        first.into(next, 0);
        second.into(next, 1);
        FunctionFields.warn(next, function);
        next.does(() -> spec.apply(DataStream.prototype(function, next.name())));
        return new DataStream<>(first.pipeline(), next, null, result);
    }
}
