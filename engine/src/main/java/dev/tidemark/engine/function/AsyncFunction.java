package dev.tidemark.engine.function;

import java.io.Serializable;
import java.util.concurrent.TimeoutException;

/**
 * Asks something outside of the pipeline about each element, and lets others be asked about before the answer is there.
 *
 * <p>A call is made once for each element and attempt; what came of it is recorded, so that a replay calls nothing. The
 * run waits for the answer where it is asked for, and delivers it later in processing time, as the operator's {@link
 * Latency} says. Source: Flink's {@code AsyncFunction} and {@code RichAsyncFunction}.
 *
 * @param <I> elements in
 * @param <O> results
 */
@FunctionalInterface
public interface AsyncFunction<I, O> extends Serializable {
    /**
     * Asks about {@code input}; has {@code result} completed, at once or from another thread.
     *
     * @throws Exception if the job is to fail at once, without another attempt
     */
    void asyncInvoke(I input, ResultFuture<O> result) throws Exception;

    /**
     * No answer has come in time; completes {@code result} before it returns, or leaves it to the answer that may still
     * come. Unless it is overridden the job fails.
     */
    default void timeout(I input, ResultFuture<O> result) throws Exception {
        result.completeExceptionally(new TimeoutException("no answer has come in time; raise the time-out, "
                + "override timeout(…) to give a result instead, or retry"));
    }

    /** Called before the first element, and again after each restore. */
    default void open() throws Exception {}
}
