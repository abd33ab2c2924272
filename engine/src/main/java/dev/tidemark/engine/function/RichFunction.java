package dev.tidemark.engine.function;

/**
 * A function that is opened before its first element, to learn where it runs and to get its state.
 *
 * <p>Implement it beside the function's own interface: {@link MapFunction}, {@link FilterFunction}, {@link FlatMapFunction}, {@link
 * ReduceFunction} of a keyed stream, {@link ProcessFunction}, {@link KeyedProcessFunction}, {@link ProcessWindowFunction}, {@link
 * SinkFunction}, and the functions of two streams. Reductions and aggregates of windows can't be rich. Source: Flink's {@code RichFunction}.
 *
 * <pre>{@code
 * final class FirstOnly implements FilterFunction<Reading>, RichFunction {
 *     private transient ValueState<Boolean> seen;
 *
 *     public void open(RuntimeContext context) {
 *         seen = context.state().value("seen", Boolean.class);
 *     }
 *
 *     public boolean filter(Reading reading) {
 *         boolean first = seen.value() == null;
 *         seen.update(true);
 *         return first;
 *     }
 * }
 * readings.keyBy(Reading::sensor).filter(new FirstOnly())
 * }</pre>
 */
public interface RichFunction {
    /** Called before the first element, and again after each restore. */
    void open(RuntimeContext context) throws Exception;
}
