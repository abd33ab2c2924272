package dev.tidemark.engine;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.Aggregates;
import dev.tidemark.engine.function.DoubleField;
import dev.tidemark.engine.function.FieldSelector;
import dev.tidemark.engine.function.LongField;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.function.Reductions;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.FunctionTypes;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.ContentsSpec;
import dev.tidemark.engine.window.Lateness;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import dev.tidemark.engine.window.WindowSpec;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of each key in windows.
 *
 * <p>Says when windows fire, what is dropped then and how late elements may be, and then what becomes of their contents. Source:
 * Flink's {@code WindowedStream}.
 *
 * @param <T> the values
 * @param <K> the keys
 * @param <W> the windows
 */
public final class WindowedStream<T, K, W extends Window> {
    private final KeyedStream<T, K> keyed;
    private final WindowAssigner<? super T, W> assigner;
    private final Trigger<? super T, ? super W> trigger;
    private final @Nullable Evictor<? super T, ? super W> evictor;
    private final Lateness lateness;
    private final @Nullable OutputTag<T> lateTag;

    WindowedStream(KeyedStream<T, K> keyed, WindowAssigner<? super T, W> assigner) {
        this(keyed, assigner, assigner.defaultTrigger(), null, new Lateness(0, assigner.eventTime()), null);
        requireMergeable(assigner, trigger);
    }

    private WindowedStream(
            KeyedStream<T, K> keyed,
            WindowAssigner<? super T, W> assigner,
            Trigger<? super T, ? super W> trigger,
            @Nullable Evictor<? super T, ? super W> evictor,
            Lateness lateness,
            @Nullable OutputTag<T> lateTag) {
        this.keyed = keyed;
        this.assigner = assigner;
        this.trigger = trigger;
        this.evictor = evictor;
        this.lateness = lateness;
        this.lateTag = lateTag;
    }

    /**
     * Replaces the default trigger; one that counts, for example, no longer fires at the window's end.
     *
     * @throws IllegalArgumentException if the windows merge and the trigger can't
     */
    public WindowedStream<T, K, W> trigger(Trigger<? super T, ? super W> other) {
        requireMergeable(assigner, other);
        return new WindowedStream<>(keyed, assigner, other, evictor, lateness, lateTag);
    }

    static void requireMergeable(WindowAssigner<?, ?> assigner, Trigger<?, ?> asked) {
        if (assigner.merging() && !asked.canMerge()) {
            throw new IllegalArgumentException("the trigger " + Described.of(asked) + " can't merge, which "
                    + Described.of(assigner) + " needs; override canMerge and onMerge in it, or use another trigger");
        }
    }

    /** Drops elements of a window when it fires; every element is then kept, and nothing is aggregated before. */
    public WindowedStream<T, K, W> evictor(Evictor<? super T, ? super W> dropping) {
        return new WindowedStream<>(keyed, assigner, trigger, dropping, lateness, lateTag);
    }

    /**
     * How long after its end a window takes late elements, each of which makes it fire again.
     *
     * @throws IllegalArgumentException if {@code allowed} is negative
     */
    public WindowedStream<T, K, W> allowedLateness(Duration allowed) {
        return new WindowedStream<>(
                keyed, assigner, trigger, evictor, new Lateness(allowed.toMillis(), assigner.eventTime()), lateTag);
    }

    /** Where elements go that are late for all their windows; without it they are counted and dropped. */
    public WindowedStream<T, K, W> sideOutputLateData(OutputTag<T> tag) {
        return new WindowedStream<>(keyed, assigner, trigger, evictor, lateness, tag);
    }

    /** One value for each window, reduced as values come. */
    public WindowResult<K, T> reduce(ReduceFunction<T> function) {
        return result("reduce", function, elementType(), null, reduced(function));
    }

    /** One reduced value for each window, then whatever the function makes of it with key and window at hand. */
    public <R> WindowResult<K, R> reduce(
            ReduceFunction<T> function, ProcessWindowFunction<T, R, K, ? super W> process) {
        return reduce(function, process, results(process));
    }

    <R> WindowResult<K, R> reduce(
            ReduceFunction<T> function, ProcessWindowFunction<T, R, K, ? super W> process, Optional<Type> result) {
        return result("reduce", function, result, process, reduced(function));
    }

    /** One result for each window, aggregated as values come. */
    public <A, R> WindowResult<K, R> aggregate(AggregateFunction<? super T, A, R> function) {
        return aggregate(function, FunctionTypes.typeArgument(function, AggregateFunction.class, 2));
    }

    /** One aggregate for each window, then whatever the function makes of it with key and window at hand. */
    public <A, V, R> WindowResult<K, R> aggregate(
            AggregateFunction<? super T, A, V> function, ProcessWindowFunction<V, R, K, ? super W> process) {
        return aggregate(function, process, results(process));
    }

    <A, V, R> WindowResult<K, R> aggregate(
            AggregateFunction<? super T, A, V> function,
            ProcessWindowFunction<V, R, K, ? super W> process,
            Optional<Type> result) {
        return result("aggregate", function, result, process, aggregated(function, Optional.empty()));
    }

    /** All values of a window at once, with key and window at hand. */
    public <R> WindowResult<K, R> process(ProcessWindowFunction<T, R, K, ? super W> function) {
        return process(function, results(function));
    }

    <R> WindowResult<K, R> process(ProcessWindowFunction<T, R, K, ? super W> function, Optional<Type> result) {
        return result("process", function, result, function, owner -> new ContentsSpec.All(elementCodec()));
    }

    /** How many values. */
    public WindowResult<K, Long> count() {
        return aggregate(new Aggregates.Count<T>());
    }

    /** The sum of a field. */
    public WindowResult<K, Double> sum(DoubleField<? super T> field) {
        return aggregate(new Aggregates.Sum<T>(field));
    }

    /** The sum of a whole-number field; it overflows silently, as Flink's does. */
    public WindowResult<K, Long> sumLong(LongField<? super T> field) {
        return aggregate(new Aggregates.SumLong<T>(field));
    }

    /** The mean of a field. */
    public WindowResult<K, Double> average(DoubleField<? super T> field) {
        return aggregate(new Aggregates.Average<T>(field));
    }

    /** The largest value of a field. */
    public <F extends Comparable<? super F>> WindowResult<K, F> max(FieldSelector<? super T, F> field) {
        return aggregate(
                new Aggregates.Extreme<T, F>(field, true), FunctionTypes.returnType(field, FieldSelector.class));
    }

    /** The smallest value of a field. */
    public <F extends Comparable<? super F>> WindowResult<K, F> min(FieldSelector<? super T, F> field) {
        return aggregate(
                new Aggregates.Extreme<T, F>(field, false), FunctionTypes.returnType(field, FieldSelector.class));
    }

    /** The value with the largest field, the first of equals. */
    public <F extends Comparable<? super F>> WindowResult<K, T> maxBy(FieldSelector<? super T, F> field) {
        return maxBy(field, true);
    }

    /** The value with the largest field, of equals the first or the last. */
    public <F extends Comparable<? super F>> WindowResult<K, T> maxBy(
            FieldSelector<? super T, F> field, boolean first) {
        return reduce(new Reductions.By<T, F>(field, true, first));
    }

    /** The value with the smallest field, the first of equals. */
    public <F extends Comparable<? super F>> WindowResult<K, T> minBy(FieldSelector<? super T, F> field) {
        return minBy(field, true);
    }

    /** The value with the smallest field, of equals the first or the last. */
    public <F extends Comparable<? super F>> WindowResult<K, T> minBy(
            FieldSelector<? super T, F> field, boolean first) {
        return reduce(new Reductions.By<T, F>(field, false, first));
    }

    private static Optional<Type> results(ProcessWindowFunction<?, ?, ?, ?> process) {
        return FunctionTypes.typeArgument(process, ProcessWindowFunction.class, 1);
    }

    private Optional<Type> elementType() {
        return keyed.stream().type();
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> elementCodec() {
        return (Codec<Object>) Codecs.of(elementType()
                .orElseThrow(() -> new IllegalArgumentException("the type of what '"
                        + keyed.stream().node().name() + "' emits is not known; add .returns(…) to it")));
    }

    private <A, R> WindowResult<K, R> aggregate(AggregateFunction<? super T, A, R> function, Optional<Type> result) {
        return result("aggregate", function, result, null, aggregated(function, result));
    }

    private Function<String, ContentsSpec> reduced(ReduceFunction<T> function) {
        return owner -> new ContentsSpec.Reduced(DataStream.prototype(function, owner), elementCodec());
    }

    private Function<String, ContentsSpec> aggregated(AggregateFunction<?, ?, ?> function, Optional<Type> result) {
        return owner -> {
            Type accumulator = FunctionTypes.typeArgument(function, AggregateFunction.class, 1)
                    .or(() -> function instanceof Aggregates.Extreme ? result : Optional.empty())
                    .orElseThrow(() -> new IllegalArgumentException("the accumulator's type of "
                            + function.getClass().getSimpleName()
                            + " is not known; write the function as a class that implements AggregateFunction<…>"));
            return new ContentsSpec.Aggregated(
                    DataStream.prototype(function, owner), accumulatorCodec(accumulator, owner));
        };
    }

    @SuppressWarnings("unchecked")
    private static Codec<Object> accumulatorCodec(Type accumulator, String owner) {
        try {
            return (Codec<Object>) Codecs.of(accumulator);
        } catch (CodecException e) {
            throw new IllegalArgumentException(
                    "the accumulator of '" + owner + "' can't be stored: " + e.getMessage(), e);
        }
    }

    /** The window operator; {@code contents} is asked when the topology is built. */
    @SuppressWarnings("unchecked")
    private <R> WindowResult<K, R> result(
            String what,
            Serializable function,
            Optional<Type> type,
            @Nullable ProcessWindowFunction<?, ?, ?, ?> process,
            Function<String, ContentsSpec> contents) {
        if (process != function && function instanceof RichFunction) {
            throw new IllegalArgumentException("the function " + Described.of(function)
                    + " reduces or aggregates windows and so can't be rich; keep state in a ProcessWindowFunction, as the"
                    + " second argument of " + what + "(…)");
        }
        NodeBuilder next = keyed.next("window", Described.windows(assigner, what, trigger, evictor, lateness), type);
        FunctionFields.warn(next, function, process, assigner, trigger, evictor);
        if (lateTag != null) {
            next.side(lateTag);
        }
        if (!assigner.eventTime() && (lateTag != null || lateness.allowedMillis() > 0)) {
            next.warn("nothing is ever late for " + Described.of(assigner)
                    + "; allowedLateness and sideOutputLateData do nothing there, leave them out");
        }
        String late = lateTag == null ? null : lateTag.name();
        next.does(() -> new WindowSpec(
                (WindowAssigner<Object, Window>)
                        DataStream.prototype(assigner, next.name()).instance(),
                DataStream.prototype(trigger, next.name()),
                trigger.equals(assigner.defaultTrigger()),
                lateness,
                kept(contents.apply(next.name()), next.name()),
                process == null ? null : DataStream.prototype(process, next.name()),
                late));
        return new WindowResult<>(keyed, next, type);
    }

    private ContentsSpec kept(ContentsSpec contents, String owner) {
        return evictor == null
                ? contents
                : new ContentsSpec.Evicted(contents, elementCodec(), DataStream.prototype(evictor, owner));
    }
}
