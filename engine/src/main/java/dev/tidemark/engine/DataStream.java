package dev.tidemark.engine;

import dev.tidemark.engine.cep.EventPattern;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.Partitioner;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.engine.function.TimestampAssigner;
import dev.tidemark.engine.function.TimestampSelector;
import dev.tidemark.engine.operator.AssignWatermarksSpec;
import dev.tidemark.engine.operator.FilterSpec;
import dev.tidemark.engine.operator.FlatMapSpec;
import dev.tidemark.engine.operator.ForwardSpec;
import dev.tidemark.engine.operator.MapSpec;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.operator.ProcessSpec;
import dev.tidemark.engine.sink.Sink;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.FunctionTypes;
import dev.tidemark.engine.state.codec.TypeToken;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.List;
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
    private final Function<String, Partitioning> spread;

    DataStream(Pipeline pipeline, NodeBuilder node, @Nullable String side, Optional<Type> type) {
        this(pipeline, node, side, type, owner -> new Partitioning.Forward());
    }

    private DataStream(
            Pipeline pipeline,
            NodeBuilder node,
            @Nullable String side,
            Optional<Type> type,
            Function<String, Partitioning> spread) {
        this.pipeline = pipeline;
        this.node = node;
        this.side = side;
        this.sideType = type;
        this.spread = spread;
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

    /** The codec of the values. */
    @SuppressWarnings("unchecked")
    Codec<Object> codec() {
        return side == null ? node.codec() : (Codec<Object>) Codecs.of(sideType.orElseThrow());
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
        return transform("map", function, FunctionTypes.returnType(function, MapFunction.class), MapSpec::new);
    }

    /** The values that pass. */
    public DataStream<T> filter(FilterFunction<? super T> function) {
        return transform("filter", function, type(), FilterSpec::new);
    }

    /** Any number of values for each value; for a lambda the result's type has to be said with {@link #returns}. */
    public <R> DataStream<R> flatMap(FlatMapFunction<? super T, R> function) {
        return transform(
                "flat-map", function, FunctionTypes.typeArgument(function, FlatMapFunction.class, 1), FlatMapSpec::new);
    }

    /** Whatever the function does with each value, side outputs included. */
    public <R> DataStream<R> process(ProcessFunction<? super T, R> function) {
        return transform(
                "process", function, FunctionTypes.typeArgument(function, ProcessFunction.class, 1), ProcessSpec::new);
    }

    /**
     * The same elements with watermarks made of their times here; of those from before only the end of time passes.
     *
     * @throws IllegalArgumentException if the watermarks are those that only the user moves
     */
    public DataStream<T> assignTimestampsAndWatermarks(Watermarks<? super T> watermarks) {
        return assign(watermarks, null);
    }

    /** The same elements with new times, and watermarks made of them here. */
    public DataStream<T> assignTimestampsAndWatermarks(
            Watermarks<? super T> watermarks, TimestampSelector<? super T> time) {
        return assign(watermarks, (TimestampAssigner<T>) (value, previous) -> EventTimes.of(value, time));
    }

    /**
     * The same elements with new times, which may go by those that they have, and watermarks made of them here; an assigner that is
     * a {@link RichFunction} is not opened, as on Flink.
     */
    public DataStream<T> assignTimestampsAndWatermarks(
            Watermarks<? super T> watermarks, TimestampAssigner<? super T> time) {
        return assign(watermarks, time);
    }

    private DataStream<T> assign(Watermarks<? super T> watermarks, @Nullable TimestampAssigner<? super T> time) {
        if (!watermarks.movesByItself() && !watermarks.isNone()) {
            throw new IllegalArgumentException("watermarks by hand are moved at a source, and not behind '"
                    + node.name() + "'; use Watermarks.outOfOrder(…), or Watermarks.none() to let none pass");
        }
        NodeBuilder next = pipeline.add("watermarks", watermarks.toString(), type());
        into(next, 0);
        FunctionFields.warn(next, time);
        if (time instanceof RichFunction) {
            next.warn("the timestamp assigner " + Described.of(time)
                    + " is a RichFunction and is never opened, as on Flink; let a map(…) before it add what it needs");
        }
        next.does(() -> new AssignWatermarksSpec(time == null ? null : prototype(time, next.name()), watermarks));
        return new DataStream<>(pipeline, next, null, type());
    }

    /**
     * Asks something outside about each value, many at a time; for a lambda the result's type has to be said with {@link
     * #returns}.
     */
    public <R> AsyncStream<T, R> async(AsyncFunction<? super T, R> function) {
        return new AsyncStream<>(this, function);
    }

    /** This stream and others as one: each in its own order, in no order between them. */
    @SafeVarargs
    public final DataStream<T> union(DataStream<? extends T>... others) {
        NodeBuilder joined = pipeline.add("union", "", type());
        into(joined, 0);
        for (DataStream<? extends T> other : others) {
            requireSamePipeline("a union joins", other);
            ((DataStream<?>) other).into(joined, 0);
        }
        joined.does(ForwardSpec::new);
        return new DataStream<>(pipeline, joined, null, joined.type());
    }

    /** This stream and another of any type as the two inputs of one operator. */
    public <B> ConnectedStreams<T, B> connect(DataStream<B> other) {
        requireSamePipeline("connect takes", other);
        return new ConnectedStreams<>(this, other);
    }

    /** This stream and a broadcast one as the two inputs of one operator. */
    public <B> BroadcastConnectedStream<T, B> connect(BroadcastStream<B> broadcast) {
        requireSamePipeline("connect takes", broadcast.stream());
        return new BroadcastConnectedStream<>(this, broadcast);
    }

    /** This stream and another, to be paired by key and window. */
    public <R> JoinedStreams<T, R> join(DataStream<R> other) {
        requireSamePipeline("a join takes", other);
        return new JoinedStreams<>(this, other);
    }

    /** This stream and another, to be grouped by key and window. */
    public <R> CoGroupedStreams<T, R> coGroup(DataStream<R> other) {
        requireSamePipeline("coGroup takes", other);
        return new CoGroupedStreams<>(this, other);
    }

    void requireSamePipeline(String what, DataStream<?> other) {
        if (other.pipeline() != pipeline) {
            throw new IllegalArgumentException(what + " streams of one pipeline; '"
                    + other.node().name() + "' belongs to '"
                    + other.pipeline().name() + "'");
        }
    }

    /** The values spread over the next operator's subtasks in turns. */
    public DataStream<T> rebalance() {
        return spread(owner -> new Partitioning.Rebalance());
    }

    /** The values spread in turns over those of the next operator's subtasks that lie opposite the sender. */
    public DataStream<T> rescale() {
        return spread(owner -> new Partitioning.Rescale());
    }

    /** The values spread over the next operator's subtasks at random, by the run's seed. */
    public DataStream<T> shuffle() {
        return spread(owner -> new Partitioning.Shuffle());
    }

    /** Every value to every subtask of the next operator. */
    public DataStream<T> broadcast() {
        return spread(owner -> new Partitioning.Broadcast());
    }

    /**
     * Every value to every subtask of the operator that this stream is connected to, where it may change the declared states.
     *
     * @throws IllegalArgumentException if two of them have the same name
     */
    public BroadcastStream<T> broadcast(MapStateDescriptor<?, ?>... states) {
        return new BroadcastStream<>(broadcast(), List.of(states));
    }

    /** Every value to the first subtask of the next operator. */
    public DataStream<T> global() {
        return spread(owner -> new Partitioning.Global());
    }

    /** Each value to the subtask of the next operator that the partitioner picks for its key. */
    public <K> DataStream<T> partitionCustom(Partitioner<K> partitioner, KeySelector<? super T, K> selector) {
        return spread(owner -> new Partitioning.Custom(prototype(partitioner, owner), prototype(selector, owner)));
    }

    private DataStream<T> spread(Function<String, Partitioning> how) {
        return new DataStream<>(pipeline, node, side, type(), how);
    }

    /** The values by key; state, timers and windows belong to a key. */
    public <K> KeyedStream<T, K> keyBy(KeySelector<? super T, K> selector) {
        return new KeyedStream<>(this, selector, FunctionTypes.returnType(selector, KeySelector.class));
    }

    /** The values by key, where the key's type can't be read from the selector. */
    public <K> KeyedStream<T, K> keyBy(KeySelector<? super T, K> selector, Class<K> keyType) {
        return new KeyedStream<>(this, selector, Optional.of(keyType));
    }

    /** The values by key, where the key's type is generic. */
    public <K> KeyedStream<T, K> keyBy(KeySelector<? super T, K> selector, TypeToken<K> keyType) {
        return new KeyedStream<>(this, selector, Optional.of(keyType.type()));
    }

    /** The whole stream in windows, gathered by one subtask. */
    public <W extends Window> AllWindowedStream<T, W> windowAll(WindowAssigner<? super T, W> assigner) {
        return new AllWindowedStream<>(wholeStream().window(assigner));
    }

    /** Windows of so many values each, whatever their keys; an incomplete one is never emitted. */
    public AllWindowedStream<T, GlobalWindow> countWindowAll(long count) {
        return new AllWindowedStream<>(wholeStream().countWindow(count));
    }

    /** At every {@code slide}-th value a window of the last {@code size} values, or of all when there are fewer. */
    public AllWindowedStream<T, GlobalWindow> countWindowAll(long size, long slide) {
        return new AllWindowedStream<>(wholeStream().countWindow(size, slide));
    }

    private KeyedStream<T, String> wholeStream() {
        return keyBy(any -> AllWindowedStream.KEY, String.class);
    }

    /**
     * The matches of a pattern among all values; one subtask sees them all.
     *
     * @throws IllegalArgumentException if the pattern's parts do not go together; the message says what to write instead
     */
    public PatternStream<T> pattern(EventPattern<T, ?> pattern) {
        return new PatternStream<>(wholeStream(), pattern, true);
    }

    /** What the operator emitted into a side output. */
    public <X> DataStream<X> sideOutput(OutputTag<X> tag) {
        node.side(tag);
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
        into(end, 0);
        end.role(() -> new Role.SinkRole(function == null ? null : prototype(function, sink), null));
    }

    /**
     * Writes each value to the outside through a sink, once or at least once as that promises; a recorded run collects it too, also
     * where it does not act outside.
     */
    public Collected<T> sinkTo(String name, Sink<? super T> sink) {
        NodeBuilder end = pipeline.add(
                "sink", "writes" + (sink.getClass().isHidden() ? "" : " to " + Described.of(sink)), type());
        end.named(name);
        into(end, 0);
        FunctionFields.warn(end, sink);
        end.role(() -> new Role.SinkRole(null, prototype(sink, name)));
        return new Collected<>(name);
    }

    @SuppressWarnings("unchecked")
    static <F> Prototype<F> prototype(Serializable function, String owner) {
        return (Prototype<F>) Prototype.of(function, owner);
    }

    private <R, F> DataStream<R> transform(
            String kind, Serializable function, Optional<Type> result, Function<Prototype<F>, OperatorSpec> spec) {
        NodeBuilder next = pipeline.add(kind, "", result);
        into(next, 0);
        FunctionFields.warn(next, function);
        next.does(() -> spec.apply(prototype(function, next.name())));
        return new DataStream<>(pipeline, next, null, result);
    }

    /** Makes this stream an input of a new operator, spread as it says. */
    void into(NodeBuilder next, int input) {
        next.input(node, side, input, () -> spread.apply(next.name()));
    }

    /** An input by key of a new operator. */
    void keyedInto(NodeBuilder next, int input, KeySelector<?, ?> selector, Codec<Object> key) {
        next.input(node, side, input, () -> new Partitioning.Hash(prototype(selector, next.name()), key));
    }
}
