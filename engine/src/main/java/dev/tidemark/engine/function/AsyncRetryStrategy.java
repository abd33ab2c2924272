package dev.tidemark.engine.function;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * When a call of an {@link AsyncFunction} is made again, and after how long.
 *
 * <p>Without a predicate nothing is ever retried. The time-out counts from the first call, retries included. Source:
 * Flink's {@code AsyncRetryStrategies}, whose exponential delay grows from the delay before it, whichever element that
 * was for.
 *
 * @param <O> results
 */
public final class AsyncRetryStrategy<O> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int retries;
    private final long firstMillis;
    private final long mostMillis;
    private final double multiplier;
    private final @Nullable FilterFunction<? super Collection<O>> onResult;
    private final @Nullable FilterFunction<? super Throwable> onException;

    private AsyncRetryStrategy(
            int retries,
            long firstMillis,
            long mostMillis,
            double multiplier,
            @Nullable FilterFunction<? super Collection<O>> onResult,
            @Nullable FilterFunction<? super Throwable> onException) {
        if (retries < 1 || firstMillis < 1 || mostMillis < firstMillis || !(multiplier >= 1)) {
            throw new IllegalArgumentException(retries + " retries after " + firstMillis + " ms, at most " + mostMillis
                    + " ms, growing by " + multiplier
                    + ": there must be at least 1 retry, the delays at least 1 ms and the largest not below the first, "
                    + "and they must grow by a factor of at least 1");
        }
        this.retries = retries;
        this.firstMillis = firstMillis;
        this.mostMillis = mostMillis;
        this.multiplier = multiplier;
        this.onResult = onResult;
        this.onException = onException;
    }

    /** Up to {@code retries} times, each after the same delay. */
    public static <O> AsyncRetryStrategy<O> fixedDelay(int retries, Duration delay) {
        return new AsyncRetryStrategy<>(retries, delay.toMillis(), delay.toMillis(), 1, null, null);
    }

    /** Up to {@code retries} times, after delays that grow by {@code multiplier} from {@code first} to {@code most}. */
    public static <O> AsyncRetryStrategy<O> exponentialBackoff(
            int retries, Duration first, Duration most, double multiplier) {
        return new AsyncRetryStrategy<>(retries, first.toMillis(), most.toMillis(), multiplier, null, null);
    }

    /** Also when the results are such. */
    public AsyncRetryStrategy<O> ifResult(FilterFunction<? super Collection<O>> predicate) {
        return new AsyncRetryStrategy<>(retries, firstMillis, mostMillis, multiplier, predicate, onException);
    }

    /** Also when the call has failed in such a way. */
    public AsyncRetryStrategy<O> ifException(FilterFunction<? super Throwable> predicate) {
        return new AsyncRetryStrategy<>(retries, firstMillis, mostMillis, multiplier, onResult, predicate);
    }

    /** Whether it retries anything at all. */
    public boolean retries() {
        return onResult != null || onException != null;
    }

    /** Whether there may be another call after {@code attempts}. */
    public boolean allows(int attempts) {
        return attempts <= retries;
    }

    /** Whether these results are to be asked for again. */
    public boolean rejects(Collection<O> results) throws Exception {
        return onResult != null && onResult.filter(results);
    }

    /** Whether what has failed like this is to be tried again. */
    public boolean rejects(Throwable error) throws Exception {
        return onException != null && onException.filter(error);
    }

    /**
     * How long to wait after {@code attempts} calls, in milliseconds.
     *
     * @param lastMillis the delay that was last given to any element
     */
    public long delayMillis(int attempts, long lastMillis) {
        return attempts <= 1 ? firstMillis : Math.min((long) (lastMillis * multiplier), mostMillis);
    }

    /** The first delay in milliseconds. */
    public long firstMillis() {
        return firstMillis;
    }

    /** How many calls there may be after the first. */
    public int most() {
        return retries;
    }

    /** The largest delay in milliseconds. */
    public long mostMillis() {
        return mostMillis;
    }

    /** By how much the delay grows. */
    public double multiplier() {
        return multiplier;
    }

    @Override
    public String toString() {
        return "up to " + retries + (retries == 1 ? " retry" : " retries") + " after " + firstMillis + "ms"
                + (mostMillis > firstMillis ? ", growing by " + multiplier + " to " + mostMillis + "ms" : "");
    }
}
