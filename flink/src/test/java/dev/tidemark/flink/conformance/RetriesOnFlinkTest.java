package dev.tidemark.flink.conformance;

import static dev.tidemark.flink.conformance.Lone.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.timeline.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.retryable.AsyncRetryStrategies;
import org.apache.flink.streaming.util.retryable.RetryPredicates;
import org.junit.jupiter.api.Test;

/** Calls of Flink's that are made again: what {@code RetryTest} says of the engine. */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
class RetriesOnFlinkTest {
    private static final long HOUR = 3_600_000;

    /** Has nothing to say at its first call. */
    private static final class Second implements AsyncFunction<Tuple2<String, Long>, Long> {
        private static final long serialVersionUID = 1L;

        private long calls;

        @Override
        public void asyncInvoke(Tuple2<String, Long> pair, ResultFuture<Long> result) {
            calls++;
            result.complete(calls == 1 ? List.of() : List.of(calls));
        }
    }

    @Test
    @SuppressWarnings("unchecked") // as Flink says its own predicates
    @Statement(138)
    void at_the_end_of_the_input_a_pending_retry_gets_one_last_try_at_once() throws Exception {
        AsyncRetryStrategy<Long> hourly = new AsyncRetryStrategies.FixedDelayRetryStrategyBuilder<Long>(5, HOUR)
                .ifResult(RetryPredicates.EMPTY_RESULT_PREDICATE)
                .build();
        try (var lone = Lone.unkeyed(
                in -> AsyncDataStream.orderedWaitWithRetry(
                                in, new Second(), 10 * HOUR, TimeUnit.MILLISECONDS, 1, hourly)
                        .returns(Types.LONG),
                1,
                0)) {
            lone.initializeEmptyState();
            lone.open();
            lone.processElement(pair("a", 1), 1);
            while (lone.getTaskMailbox().hasMail()) {
                lone.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
            }
            assertThat(Lone.values(lone)).isEmpty();
            lone.endInput();
            assertThat(Lone.values(lone)).containsExactly(2L);
        }
    }
}
