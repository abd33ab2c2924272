package dev.tidemark.engine;

import dev.tidemark.engine.async.AsyncSpec;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.AsyncRetryStrategy;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.FunctionTypes;
import dev.tidemark.engine.time.Times;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Elements that something outside is asked about, many at a time; then {@link #ordered} or {@link #unordered} says in
 * which order the results go on.
 *
 * <p>Unless said otherwise there is no time-out, at most {@value #DEFAULT_CAPACITY} elements are in flight, no call is made
 * again, and an answer takes 10 to 100 ms of processing time, drawn by the run's seed. Source: Flink's {@code
 * AsyncDataStream}.
 *
 * @param <T> elements in
 * @param <R> results
 */
public final class AsyncStream<T, R> {
    /** How many elements are in flight at most, unless said otherwise. */
    public static final int DEFAULT_CAPACITY = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DataStream<T> stream;
    private final AsyncFunction<? super T, R> function;
    private final Options<T, R> options;

    AsyncStream(DataStream<T> stream, AsyncFunction<? super T, R> function) {
        this(
                stream,
                function,
                new Options<>(
                        Duration.ZERO,
                        DEFAULT_CAPACITY,
                        null,
                        Latency.uniform(Duration.ofMillis(10), Duration.ofMillis(100)),
                        PATIENCE));
    }

    private AsyncStream(DataStream<T> stream, AsyncFunction<? super T, R> function, Options<T, R> options) {
        this.stream = stream;
        this.function = function;
        this.options = options;
    }

    private record Options<T, R>(
            Duration timeout,
            int capacity,
            @Nullable AsyncRetryStrategy<R> retry,
            Latency<? super T> latency,
            Duration patience) {}

    private AsyncStream<T, R> with(Options<T, R> other) {
        return new AsyncStream<>(stream, function, other);
    }

    /**
     * How long the answer to an element may take in processing time, from the first call on, retries included; then the
     * function's {@code timeout} is called, which fails the job unless it is overridden.
     *
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public AsyncStream<T, R> timeout(Duration limit) {
        return with(new Options<>(
                positive(limit, "the time-out"), options.capacity, options.retry, options.latency, options.patience));
    }

    /**
     * How many elements (and watermarks behind them) are in flight at most; beyond that the input is blocked.
     *
     * @throws IllegalArgumentException if there is no room for one
     */
    public AsyncStream<T, R> capacity(int elements) {
        if (elements < 1) {
            throw new IllegalArgumentException("the capacity is " + elements + "; it must be at least 1");
        }
        return with(new Options<>(options.timeout, elements, options.retry, options.latency, options.patience));
    }

    /** When a call is made again; needs a {@link #timeout}. */
    public AsyncStream<T, R> retry(AsyncRetryStrategy<R> strategy) {
        return with(new Options<>(options.timeout, options.capacity, strategy, options.latency, options.patience));
    }

    /** How long answers take in processing time; on a real cluster they take the time that they take. */
    public AsyncStream<T, R> latency(Latency<? super T> model) {
        return with(new Options<>(options.timeout, options.capacity, options.retry, model, options.patience));
    }

    /**
     * How long the run waits for an answer in real time before it gives up and fails; a minute unless said otherwise.
     *
     * @throws IllegalArgumentException if {@code realTime} is not positive
     */
    public AsyncStream<T, R> patience(Duration realTime) {
        return with(new Options<>(
                options.timeout, options.capacity, options.retry, options.latency, positive(realTime, "the patience")));
    }

    private static Duration positive(Duration duration, String what) {
        if (duration.toMillis() <= 0) {
            throw new IllegalArgumentException(what + " is " + Times.text(duration) + "; it must be positive");
        }
        return duration;
    }

    /** Results in the order of their elements; each waits for those before it. */
    public DataStream<R> ordered() {
        return result(true);
    }

    /** Results as their answers come, but none on the other side of a watermark than its element. */
    public DataStream<R> unordered() {
        return result(false);
    }

    private DataStream<R> result(boolean ordered) {
        if (options.retry != null && options.timeout.isZero()) {
            throw new IllegalArgumentException("calls of the function behind '"
                    + stream.node().name() + "' are made again but may take for ever; add .timeout(…)");
        }
        Optional<Type> type = FunctionTypes.typeArgument(function, AsyncFunction.class, 1);
        NodeBuilder next = stream.pipeline().add("async", description(ordered), type);
        stream.into(next, 0);
        FunctionFields.warn(next, function);
        Codec<Object> input = stream.codec();
        next.does(() -> new AsyncSpec(
                DataStream.prototype(function, next.name()),
                ordered,
                options.timeout.toMillis(),
                options.capacity,
                retry(next),
                DataStream.prototype(options.latency, next.name()),
                options.patience.toMillis(),
                input,
                next.codec()));
        return new DataStream<>(stream.pipeline(), next, null, type);
    }

    private @Nullable Prototype<AsyncRetryStrategy<Object>> retry(NodeBuilder next) {
        return options.retry == null ? null : DataStream.prototype(options.retry, next.name());
    }

    private String description(boolean ordered) {
        return (ordered ? "ordered" : "unordered") + ", at most " + options.capacity + " in flight"
                + (options.timeout.isZero() ? "" : ", time-out " + Times.text(options.timeout))
                + (options.retry == null ? "" : ", " + options.retry)
                + (options.latency instanceof Latency.Uniform ? ", " + options.latency : "");
    }
}
