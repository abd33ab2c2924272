package dev.tidemark.flink.async;

import dev.tidemark.engine.function.AsyncRetryStrategy;
import dev.tidemark.flink.function.Carried;
import java.io.Serializable;
import java.util.Collection;
import java.util.function.Predicate;
import org.apache.flink.streaming.util.retryable.AsyncRetryStrategies;

/** The engine's strategies of asking again as Flink's own. */
public final class FlinkRetries {
    private FlinkRetries() {}

    /** Flink's strategy for one that retries something. */
    public static org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy<Object> of(
            Carried<AsyncRetryStrategy<Object>> carried) {
        AsyncRetryStrategy<Object> strategy = carried.get();
        if (strategy.mostMillis() == strategy.firstMillis()) {
            return new AsyncRetryStrategies.FixedDelayRetryStrategyBuilder<Object>(
                            strategy.most(), strategy.firstMillis())
                    .ifResult(new Results(carried))
                    .ifException(new Errors(carried))
                    .build();
        }
        return new AsyncRetryStrategies.ExponentialBackoffDelayRetryStrategyBuilder<Object>(
                        strategy.most(), strategy.firstMillis(), strategy.mostMillis(), strategy.multiplier())
                .ifResult(new Results(carried))
                .ifException(new Errors(carried))
                .build();
    }

    /** Which results are asked for again. */
    private record Results(Carried<AsyncRetryStrategy<Object>> strategy)
            implements Predicate<Collection<Object>>, Serializable {
        @Override
        public boolean test(Collection<Object> results) {
            return asked(() -> strategy.get().rejects(results));
        }
    }

    /** After which failures there is another call. */
    private record Errors(Carried<AsyncRetryStrategy<Object>> strategy) implements Predicate<Throwable>, Serializable {
        @Override
        public boolean test(Throwable error) {
            return asked(() -> strategy.get().rejects(error));
        }
    }

    /** A user's predicate, which may throw anything, where Flink's may not. */
    private interface Question {
        boolean ask() throws Exception;
    }

    private static boolean asked(Question question) {
        try {
            return question.ask();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the retry strategy failed: " + e.getMessage(), e);
        }
    }
}
