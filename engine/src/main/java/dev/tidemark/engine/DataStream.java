package dev.tidemark.engine;

import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.engine.operator.ElementOperators;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.ProcessOperator;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.FunctionTypes;
import dev.tidemark.engine.state.codec.TypeToken;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Prototype;
import dev.tidemark.engine.topology.Role;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stream of values, each with a timestamp, as it leaves an operator.
 *
 * <p>{@link #name}, {@link #uid}, {@link #parallelism} and {@link #returns} say more about that operator. Source:
 * Flink's {@code DataStream}.
 *
 * @param <T> the values
 */
public class DataStream<T> {
    private final Pipeline pipeline;
    private final NodeBuilder node;
    private final @Nullable String side;
    private final Optional<Type> sideType;

    DataStream(Pipeline pipeline, NodeBuilder node, @Nullable String side, Optional<Type> type) {
        this.pipeline = pipeline;
        this.node = node;
        this.side = side;
        this.sideType = type;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    NodeBuilder node() {
        return node;
    }

    Optional<Type> type() {
        return side == null ? node.type() : sideType;
    }

    /** Names the operator; it is asked about by this name. */
    public DataStream<T> name(String name) {
        node.named(name);
        return this;
    }

    /** Gives the operator the id by which its state is matched in a checkpoint; its name unless said otherwise. */
    public DataStream<T> uid(String uid) {
        node.identified(uid);
        return this;
    }

    /** The number of the operator's subtasks. */
    public DataStream<T> parallelism(int subtasks) {
        node.parallel(subtasks);
        return this;
    }

    /** Says what the operator emits, where that can't be read from its function. */
    public DataStream<T> returns(Class<T> type) {
        node.typed(type);
        return this;
    }

    /** Says what the operator emits, for a generic type. */
    public DataStream<T> returns(TypeToken<T> type) {
        node.typed(type.type());
        return this;
    }

    /** One value for each value. */
    public <R> DataStream<R> map(MapFunction<? super T, R> function) {
        return transform("map", function, FunctionTypes.returnType(function, MapFunction.class), ElementOperators::map);
    }

    /** The values that pass. */
    public DataStream<T> filter(FilterFunction<? super T> function) {
        return transform("filter", function, type(), ElementOperators::filter);
    }

    /** Any number of values for each value; for a lambda the result's type has to be said with {@link #returns}. */
    public <R> DataStream<R> flatMap(FlatMapFunction<? super T, R> function) {
        return transform(
                "flat-map",
                function,
                FunctionTypes.typeArgument(function, FlatMapFunction.class, 1),
                ElementOperators::flatMap);
    }

    /** Whatever the function does with each value, side outputs included. */
    public <R> DataStream<R> process(ProcessFunction<? super T, R> function) {
        return transform(
                "process",
                function,
                FunctionTypes.typeArgument(function, ProcessFunction.class, 1),
                ProcessOperator::new);
    }

    /** This stream and others as one: each in its own order, in no order between them. */
    @SafeVarargs
    public final DataStream<T> union(DataStream<? extends T>... others) {
        NodeBuilder joined = pipeline.add("union", "", type());
        joined.input(node, side, Partitioning.Forward::new);
        for (DataStream<? extends T> other : others) {
            if (other.pipeline() != pipeline) {
                throw new IllegalArgumentException("a union joins streams of one pipeline; '"
                        + other.node().name() + "' belongs to '"
                        + other.pipeline().name() + "'");
            }
            joined.input(other.node(), ((DataStream<?>) other).side, Partitioning.Forward::new);
        }
        joined.role(() -> operatorRole(ElementOperators::forward));
        return new DataStream<>(pipeline, joined, null, joined.type());
    }

    /** The values spread over the next operator's subtasks in turns. */
    public DataStream<T> rebalance() {
        NodeBuilder spread = pipeline.add("rebalance", "", type());
        spread.input(node, side, Partitioning.Rebalance::new);
        spread.role(() -> operatorRole(ElementOperators::forward));
        return new DataStream<>(pipeline, spread, null, spread.type());
    }

    /** The values by key; state, timers and windows belong to a key. */
    public <K> KeyedStream<T, K> keyBy(KeySelector<? super T, K> selector) {
        return new KeyedStream<>(this, selector, FunctionTypes.returnType(selector, KeySelector.class));
    }

    /** The values by key, where the key's type can't be read from the selector. */
    public <K> KeyedStream<T, K> keyBy(KeySelector<? super T, K> selector, Class<K> keyType) {
        return new KeyedStream<>(this, selector, Optional.of(keyType));
    }

    /** What the operator emitted into a side output. */
    public <X> DataStream<X> sideOutput(OutputTag<X> tag) {
        node.side(tag.name(), tag.type());
        return new DataStream<>(pipeline, node, tag.name(), Optional.of(tag.type()));
    }

    /** Collects everything in order; the handle asks a run for it. */
    public Collected<T> collect(String sink) {
        sink(sink, null);
        return new Collected<>(sink);
    }

    /** Hands each value to a function outside of the run, and collects it too. */
    public void sink(String sink, @Nullable SinkFunction<? super T> function) {
        NodeBuilder end = pipeline.add("sink", function == null ? "collects" : "writes", type());
        end.named(sink);
        end.input(node, side, Partitioning.Forward::new);
        end.role(() -> new Role.SinkRole(function == null ? null : prototype(function, sink)));
    }

    @SuppressWarnings("unchecked")
    static <F> Prototype<F> prototype(Serializable function, String owner) {
        return (Prototype<F>) Prototype.of(function, owner);
    }

    private <R, F> DataStream<R> transform(
            String kind, Serializable function, Optional<Type> result, Function<F, Operator> operator) {
        NodeBuilder next = pipeline.add(kind, "", result);
        next.input(node, side, Partitioning.Forward::new);
        FunctionFields.warn(next, function);
        next.role(() -> {
            Prototype<F> prototype = prototype(function, next.name());
            return operatorRole(() -> operator.apply(prototype.instance()));
        });
        return new DataStream<>(pipeline, next, null, result);
    }

    /** An operator without windows. */
    @SuppressWarnings("unchecked")
    static Role operatorRole(Role.OperatorFactory factory) {
        return new Role.OperatorRole(factory, (Codec<Comparable<?>>) (Codec<?>) Codecs.of(NoNamespace.class));
    }

    /** An input by key of a new operator. */
    void keyedInput(NodeBuilder next, KeySelector<?, ?> selector, Codec<Object> key) {
        next.input(node, side, () -> new Partitioning.Hash(prototype(selector, next.name()), key));
    }
}
