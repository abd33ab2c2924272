package dev.tidemark.engine.async;

import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.AsyncRetryStrategy;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.state.codec.Codec;
import org.jspecify.annotations.Nullable;

/**
 * Asks something outside about each element.
 *
 * @param ordered whether results keep the order of the elements; else they keep only their side of each watermark
 * @param timeoutMillis from the first call to the last answer; 0 for none
 * @param capacity how many elements and watermarks are in flight at most
 * @param retry null when no call is made again
 * @param latency how long answers take in the simulation; a cluster's take their own time
 * @param patienceMillis how long to wait for an answer in real time
 */
public record AsyncSpec(
        Prototype<AsyncFunction<Object, Object>> function,
        boolean ordered,
        long timeoutMillis,
        int capacity,
        @Nullable Prototype<AsyncRetryStrategy<Object>> retry,
        Prototype<Latency<Object>> latency,
        long patienceMillis,
        Codec<Object> input,
        Codec<Object> output)
        implements OperatorSpec {
    @Override
    public Operator create() {
        return new AsyncOperator(this);
    }
}
