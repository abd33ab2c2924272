package dev.tidemark.engine;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.DoubleField;
import dev.tidemark.engine.function.FieldSelector;
import dev.tidemark.engine.function.LongField;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessAllWindowFunction;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.state.codec.FunctionTypes;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.Window;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Optional;

/**
 * The values of a whole stream in windows, gathered by one subtask.
 *
 * <p>It is what {@link WindowedStream} is, with one key for everything, {@code "all"}, which panes and inspectors show. Source: Flink's
 * {@code AllWindowedStream}.
 *
 * @param <T> the values
 * @param <W> the windows
 */
public final class AllWindowedStream<T, W extends Window> {
    static final String KEY = "all";

    private final WindowedStream<T, String, W> windows;

    AllWindowedStream(WindowedStream<T, String, W> windows) {
        this.windows = windows;
    }

    /** See {@link WindowedStream#trigger}. */
    public AllWindowedStream<T, W> trigger(Trigger<? super T, ? super W> other) {
        return new AllWindowedStream<>(windows.trigger(other));
    }

    /** See {@link WindowedStream#evictor}. */
    public AllWindowedStream<T, W> evictor(Evictor<? super T, ? super W> dropping) {
        return new AllWindowedStream<>(windows.evictor(dropping));
    }

    /** See {@link WindowedStream#allowedLateness}. */
    public AllWindowedStream<T, W> allowedLateness(Duration allowed) {
        return new AllWindowedStream<>(windows.allowedLateness(allowed));
    }

    /** See {@link WindowedStream#sideOutputLateData}. */
    public AllWindowedStream<T, W> sideOutputLateData(OutputTag<T> tag) {
        return new AllWindowedStream<>(windows.sideOutputLateData(tag));
    }

    /** One value for each window, reduced as values come. */
    public WindowResult<String, T> reduce(ReduceFunction<T> function) {
        return alone(windows.reduce(function));
    }

    /** One reduced value for each window, then whatever the function makes of it with the window at hand. */
    public <R> WindowResult<String, R> reduce(
            ReduceFunction<T> function, ProcessAllWindowFunction<T, R, ? super W> process) {
        return alone(windows.reduce(function, new WithKey<>(process), results(process)));
    }

    /** One result for each window, aggregated as values come. */
    public <A, R> WindowResult<String, R> aggregate(AggregateFunction<? super T, A, R> function) {
        return alone(windows.aggregate(function));
    }

    /** One aggregate for each window, then whatever the function makes of it with the window at hand. */
    public <A, V, R> WindowResult<String, R> aggregate(
            AggregateFunction<? super T, A, V> function, ProcessAllWindowFunction<V, R, ? super W> process) {
        return alone(windows.aggregate(function, new WithKey<>(process), results(process)));
    }

    /** All values of a window at once, with the window at hand. */
    public <R> WindowResult<String, R> process(ProcessAllWindowFunction<T, R, ? super W> function) {
        return alone(windows.process(new WithKey<>(function), results(function)));
    }

    /** How many values. */
    public WindowResult<String, Long> count() {
        return alone(windows.count());
    }

    /** The sum of a field. */
    public WindowResult<String, Double> sum(DoubleField<? super T> field) {
        return alone(windows.sum(field));
    }

    /** The sum of a whole-number field; it overflows silently, as Flink's does. */
    public WindowResult<String, Long> sumLong(LongField<? super T> field) {
        return alone(windows.sumLong(field));
    }

    /** The mean of a field. */
    public WindowResult<String, Double> average(DoubleField<? super T> field) {
        return alone(windows.average(field));
    }

    /** The largest value of a field. */
    public <F extends Comparable<? super F>> WindowResult<String, F> max(FieldSelector<? super T, F> field) {
        return alone(windows.max(field));
    }

    /** The smallest value of a field. */
    public <F extends Comparable<? super F>> WindowResult<String, F> min(FieldSelector<? super T, F> field) {
        return alone(windows.min(field));
    }

    /** The value with the largest field, the first of equals. */
    public <F extends Comparable<? super F>> WindowResult<String, T> maxBy(FieldSelector<? super T, F> field) {
        return alone(windows.maxBy(field));
    }

    /** The value with the largest field, of equals the first or the last. */
    public <F extends Comparable<? super F>> WindowResult<String, T> maxBy(
            FieldSelector<? super T, F> field, boolean first) {
        return alone(windows.maxBy(field, first));
    }

    /** The value with the smallest field, the first of equals. */
    public <F extends Comparable<? super F>> WindowResult<String, T> minBy(FieldSelector<? super T, F> field) {
        return alone(windows.minBy(field));
    }

    /** The value with the smallest field, of equals the first or the last. */
    public <F extends Comparable<? super F>> WindowResult<String, T> minBy(
            FieldSelector<? super T, F> field, boolean first) {
        return alone(windows.minBy(field, first));
    }

    private static Optional<Type> results(ProcessAllWindowFunction<?, ?, ?> function) {
        return FunctionTypes.typeArgument(function, ProcessAllWindowFunction.class, 1);
    }

    private static <R> WindowResult<String, R> alone(WindowResult<String, R> result) {
        result.node().alone("it sees the whole stream; to spread the work use keyBy(…)");
        return result;
    }

    /** A function that is not interested in the key. */
    private record WithKey<I, O, W>(ProcessAllWindowFunction<I, O, W> inside)
            implements ProcessWindowFunction<I, O, String, W>, RichFunction {
        @Override
        public void open(RuntimeContext context) throws Exception {
            if (inside instanceof RichFunction rich) {
                rich.open(context);
            }
        }

        @Override
        public void process(String key, Context<W> context, Iterable<I> elements, Output<O> out) throws Exception {
            inside.process(context, elements, out);
        }

        @Override
        public void clear(Context<W> context) throws Exception {
            inside.clear(context);
        }
    }
}
