package dev.tidemark.engine;

import dev.tidemark.engine.cep.EventPattern;
import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.function.FieldSelector;
import dev.tidemark.engine.function.FieldUpdate;
import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.function.Reductions;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.operator.FilterSpec;
import dev.tidemark.engine.operator.FlatMapSpec;
import dev.tidemark.engine.operator.KeyedProcessSpec;
import dev.tidemark.engine.operator.MapSpec;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.operator.RollingReduceSpec;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.FunctionTypes;
import dev.tidemark.engine.state.codec.Types;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.GlobalWindows;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stream by key: equal keys meet in the same subtask, in order.
 *
 * @param <T> the values
 * @param <K> the keys
 */
public final class KeyedStream<T, K> {
    private final DataStream<T> stream;
    private final KeySelector<? super T, K> selector;
    private final Codec<Object> keyCodec;

    @SuppressWarnings("unchecked")
    KeyedStream(DataStream<T> stream, KeySelector<? super T, K> selector, Optional<Type> keyType) {
        this.stream = stream;
        this.selector = selector;
        Type type = keyType.orElseThrow(() -> new IllegalArgumentException("the key's type behind '"
                + stream.node().name()
                + "' can't be read from its selector; say it: keyBy(selector, Key.class), or keyBy(selector, "
                + "new TypeToken<List<String>>() {}) for a generic type"));
        StableKeys.require(type);
        try {
            this.keyCodec = (Codec<Object>) Codecs.of(type);
        } catch (CodecException e) {
            throw new IllegalArgumentException(
                    "a key of type " + type.getTypeName()
                            + " can't be used behind '" + stream.node().name()
                            + "': its hash, and its form in a checkpoint, must be the same in every JVM; "
                            + e.getMessage(),
                    e);
        }
    }

    DataStream<T> stream() {
        return stream;
    }

    Type keyType() {
        return keyCodec.type();
    }

    /**
     * This stream and another as the two inputs of one operator, which share the state and timers of a key.
     *
     * @throws IllegalArgumentException if the keys are of different types
     */
    public <B> KeyedConnectedStreams<K, T, B> connect(KeyedStream<B, K> other) {
        requireSameKeys("connect", other);
        return new KeyedConnectedStreams<>(this, other);
    }

    /** This stream and a broadcast one as the two inputs of one operator. */
    public <B> KeyedBroadcastConnectedStream<K, T, B> connect(BroadcastStream<B> broadcast) {
        stream.requireSamePipeline("connect takes", broadcast.stream());
        return new KeyedBroadcastConnectedStream<>(this, broadcast);
    }

    /**
     * This stream and another, whose elements are to be paired when their keys are equal and their times close.
     *
     * @throws IllegalArgumentException if the keys are of different types
     */
    public <R> IntervalJoin<T, R, K> intervalJoin(KeyedStream<R, K> other) {
        requireSameKeys("an interval join", other);
        return new IntervalJoin<>(this, other);
    }

    /** Throws if {@code other} has keys of another type, or belongs to another pipeline. */
    void requireSameKeys(String what, KeyedStream<?, ?> other) {
        stream.requireSamePipeline(what + " takes", other.stream);
        if (!keyType().equals(other.keyType())) {
            throw new IllegalArgumentException(what + " needs keys of the same type on both sides, but those of '"
                    + stream.node().name() + "' are of type " + keyType().getTypeName() + " and those of '"
                    + other.stream.node().name() + "' of type "
                    + other.keyType().getTypeName() + "; change one of the key selectors");
        }
    }

    /** A new operator whose input is this stream. */
    NodeBuilder next(String kind, String description, Optional<Type> result) {
        NodeBuilder next = stream.pipeline().add(kind, description, result);
        into(next, 0);
        return next;
    }

    /** Makes this stream an input by key of a new operator. */
    void into(NodeBuilder next, int input) {
        stream.keyedInto(next, input, selector, keyCodec);
    }

    /** Whatever the function does with each value, with state and timers of its key. */
    public <R> DataStream<R> process(KeyedProcessFunction<K, ? super T, R> function) {
        return transform(
                "keyed-process",
                function,
                FunctionTypes.typeArgument(function, KeyedProcessFunction.class, 2),
                KeyedProcessSpec::new);
    }

    /** One value for each value; a {@link RichFunction} may keep state of the value's key. */
    public <R> DataStream<R> map(MapFunction<? super T, R> function) {
        return transform("map", function, FunctionTypes.returnType(function, MapFunction.class), MapSpec::new);
    }

    /** The values that pass; a {@link RichFunction} may keep state of the value's key. */
    public DataStream<T> filter(FilterFunction<? super T> function) {
        return transform("filter", function, stream.type(), FilterSpec::new);
    }

    /** Any number of values for each value; a {@link RichFunction} may keep state of the value's key. */
    public <R> DataStream<R> flatMap(FlatMapFunction<? super T, R> function) {
        return transform(
                "flat-map", function, FunctionTypes.typeArgument(function, FlatMapFunction.class, 1), FlatMapSpec::new);
    }

    private <R, F> DataStream<R> transform(
            String kind, Serializable function, Optional<Type> result, Function<Prototype<F>, OperatorSpec> spec) {
        NodeBuilder next = next(kind, "", result);
        FunctionFields.warn(next, function);
        next.does(() -> spec.apply(DataStream.prototype(function, next.name())));
        return new DataStream<>(stream.pipeline(), next, null, result);
    }

    /** The reduction of each key's values so far, after each value. */
    public DataStream<T> reduce(ReduceFunction<T> function) {
        NodeBuilder next = next("reduce", "", stream.type());
        FunctionFields.warn(next, function);
        next.does(() -> new RollingReduceSpec(DataStream.prototype(function, next.name()), next.codec()));
        return new DataStream<>(stream.pipeline(), next, null, stream.type());
    }

    /**
     * Each key's first value, with its field the sum of all so far, after each value.
     *
     * <p>Numbers are added in their own type and overflow silently. Source: Flink's {@code KeyedStream.sum}.
     */
    public <N extends Number & Comparable<? super N>> DataStream<T> sum(
            FieldSelector<? super T, N> field, FieldUpdate<T, ? super N> update) {
        FunctionTypes.returnType(field, FieldSelector.class)
                .ifPresent(number -> Reductions.requireSummable(Types.raw(number)));
        return reduce(new Reductions.Sum<T, N>(field, update));
    }

    /** Each key's first value, with its field the largest of all so far, after each value. */
    public <F extends Comparable<? super F>> DataStream<T> max(
            FieldSelector<? super T, F> field, FieldUpdate<T, ? super F> update) {
        return reduce(new Reductions.Extreme<T, F>(field, update, true));
    }

    /** Each key's first value, with its field the smallest of all so far, after each value. */
    public <F extends Comparable<? super F>> DataStream<T> min(
            FieldSelector<? super T, F> field, FieldUpdate<T, ? super F> update) {
        return reduce(new Reductions.Extreme<T, F>(field, update, false));
    }

    /** The value with the largest field so far, the first of equals, after each value. */
    public <F extends Comparable<? super F>> DataStream<T> maxBy(FieldSelector<? super T, F> field) {
        return maxBy(field, true);
    }

    /** The value with the largest field so far, of equals the first or the last, after each value. */
    public <F extends Comparable<? super F>> DataStream<T> maxBy(FieldSelector<? super T, F> field, boolean first) {
        return reduce(new Reductions.By<T, F>(field, true, first));
    }

    /** The value with the smallest field so far, the first of equals, after each value. */
    public <F extends Comparable<? super F>> DataStream<T> minBy(FieldSelector<? super T, F> field) {
        return minBy(field, true);
    }

    /** The value with the smallest field so far, of equals the first or the last, after each value. */
    public <F extends Comparable<? super F>> DataStream<T> minBy(FieldSelector<? super T, F> field, boolean first) {
        return reduce(new Reductions.By<T, F>(field, false, first));
    }

    /** Each key's values in windows. */
    public <W extends Window> WindowedStream<T, K, W> window(WindowAssigner<? super T, W> assigner) {
        return new WindowedStream<>(this, assigner);
    }

    /** Windows of so many values of a key each; an incomplete one is never emitted. */
    public WindowedStream<T, K, GlobalWindow> countWindow(long count) {
        return window(GlobalWindows.create()).trigger(PurgingTrigger.of(CountTrigger.of(count)));
    }

    /** At every {@code slide}-th value of a key a window of its last {@code size} values, or of all when there are fewer. */
    public WindowedStream<T, K, GlobalWindow> countWindow(long size, long slide) {
        return window(GlobalWindows.create()).evictor(CountEvictor.of(size)).trigger(CountTrigger.of(slide));
    }

    /**
     * The matches of a pattern among each key's values.
     *
     * @throws IllegalArgumentException if the pattern's parts do not go together; the message says what to write instead
     */
    public PatternStream<T> pattern(EventPattern<T, ?> pattern) {
        return new PatternStream<>(this, pattern, false);
    }
}
