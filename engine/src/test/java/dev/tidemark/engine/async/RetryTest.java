package dev.tidemark.engine.async;

import static dev.tidemark.engine.async.Asking.ask;
import static dev.tidemark.engine.async.Asking.ms;
import static dev.tidemark.engine.async.Asking.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.async.Oracle.Question;
import dev.tidemark.engine.function.AsyncRetryStrategy;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.transcript.Effect;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers take 10 ms; a timer of processing time for t fires at t + 1, as in Flink. */
class RetryTest {
    private static final AsyncRetryStrategy<Question> TWICE =
            AsyncRetryStrategy.<Question>fixedDelay(2, ms(5)).ifResult(Collection::isEmpty);

    @BeforeEach
    void begin() {
        Oracle.begin();
    }

    private static Simulation asks(AsyncRetryStrategy<Question> strategy, long timeoutMillis) {
        return Asking.run(
                new Oracle.Ask(),
                stream -> stream.timeout(ms(timeoutMillis)).retry(strategy).ordered());
    }

    @Test
    void a_result_that_is_rejected_is_asked_for_again_after_the_delay() {
        Oracle.fail("a", 2);
        Simulation run = asks(TWICE, 1000);
        ask(run, "a", 1);
        run.runToEnd();
        assertThat(results(run)).containsExactly("a@" + (10 + 6 + 10 + 6 + 10));
        assertThat(Oracle.asked()).containsExactly("a", "a", "a");
    }

    @Test
    void when_the_retries_are_used_up_the_last_answer_counts() {
        Oracle.fail("a", 3);
        Simulation run = asks(TWICE, 1000);
        ask(run, "a", 1);
        ask(run, "b", 2);
        run.runToEnd();
        assertThat(results(run)).containsExactly("b@42");
        assertThat(Oracle.asked()).containsExactly("a", "b", "a", "a");
    }

    @Test
    void when_the_retries_are_used_up_the_last_exception_fails_the_job() {
        Oracle.fail("a", 9);
        Simulation run = Asking.run(new Oracle.AskInVain(), stream -> stream.timeout(ms(1000))
                .retry(AsyncRetryStrategy.<Question>fixedDelay(1, ms(5))
                        .ifException(error -> error instanceof IOException))
                .ordered());
        ask(run, "a", 1);
        assertThatThrownBy(run::runToEnd)
                .hasMessageEndingWith("call for Question(key=a, number=1), attempt 2: CallFailed: "
                        + "IOException: the line is dead");
        assertThat(run.clock().toEpochMilli()).isEqualTo(10 + 6 + 10);
    }

    @Test
    void what_no_predicate_names_is_not_asked_for_again() {
        Oracle.fail("a", 1);
        Simulation run = Asking.run(
                new Oracle.AskInVain(),
                stream -> stream.timeout(ms(1000)).retry(TWICE).ordered());
        ask(run, "a", 1);
        assertThatThrownBy(run::runToEnd).hasMessageEndingWith("IOException: the line is dead");
        assertThat(Oracle.asked()).containsExactly("a");
    }

    @Test
    void exponential_delays_grow_to_the_largest() {
        Oracle.fail("a", 4);
        AsyncRetryStrategy<Question> growing = AsyncRetryStrategy.<Question>exponentialBackoff(5, ms(2), ms(9), 2)
                .ifResult(Collection::isEmpty);
        Simulation run = asks(growing, 1000);
        ask(run, "a", 1);
        run.runToEnd();
        assertThat(results(run)).containsExactly("a@" + (50 + 2 + 4 + 8 + 9 + 4));
    }

    /** Flink keeps one delay for all elements: b's first retry sets back what a has grown. */
    @Test
    void exponential_delays_grow_from_the_one_that_was_given_last_whichever_element_got_it() {
        Oracle.fail("a", 3);
        Oracle.fail("b", 1);
        AsyncRetryStrategy<Question> growing = AsyncRetryStrategy.<Question>exponentialBackoff(5, ms(2), ms(99), 2)
                .ifResult(Collection::isEmpty);
        Simulation run = asks(growing, 1000);
        ask(run, "a", 1);
        run.advanceProcessingTime(ms(14));
        ask(run, "b", 2);
        run.runToEnd();
        // a: answers at 10, 23, then b is set back to 2 at 24, so that a gets 4 again at 38
        assertThat(results(run)).containsExactly("a@53", "b@53");
    }

    @Test
    void the_time_out_counts_from_the_first_call() {
        Oracle.fail("a", 2);
        Simulation run = asks(TWICE, 20);
        ask(run, "a", 1);
        assertThatThrownBy(run::runToEnd).hasMessageContaining("no answer has come in time");
        assertThat(run.clock().toEpochMilli()).isEqualTo(21);
    }

    @Test
    @Statement(138)
    void at_the_end_of_the_input_pending_retries_get_one_last_try_at_once() {
        Oracle.fail("a", 2);
        Oracle.fail("b", 1);
        Simulation run = asks(TWICE, 1000);
        ask(run, "a", 1);
        run.advanceProcessingTime(ms(8));
        ask(run, "b", 2);
        run.advanceProcessingTime(ms(4));
        run.finish("in");
        run.runToEnd();
        // a waited for its retry at 12 and is asked about then; b's answer at 18 counts although it is empty
        assertThat(Oracle.asked()).containsExactly("a", "b", "a");
        assertThat(results(run)).isEmpty();
        assertThat(run.finished()).isTrue();
        assertThat(run.clock().toEpochMilli()).isEqualTo(22);
    }

    @Test
    void each_call_is_an_effect_of_its_step() {
        Oracle.fail("a", 1);
        Simulation run = asks(TWICE, 1000);
        ask(run, "a", 1);
        List<String> calls = run.runToEnd().steps().stream()
                .flatMap(step -> step.effects().stream())
                .filter(Effect.Called.class::isInstance)
                .map(effect -> effect.text(0))
                .toList();
        assertThat(calls)
                .containsExactly("ask asks about Question(key=a, number=1) again, attempt 2: answer 00:00:00.026");
    }

    @Test
    void a_run_tells_what_is_in_flight() {
        Oracle.fail("a", 1);
        Simulation run = asks(TWICE, 1000);
        ask(run, "a", 1);
        run.advanceProcessingTime(ms(8));
        ask(run, "b", 2);
        run.advanceWatermark("in", java.time.Instant.ofEpochMilli(3));
        run.advanceProcessingTime(ms(4));
        assertThat(run.calls().toString())
                .isEqualTo("[ask#0 Question[key=a, number=1], again at 1970-01-01T00:00:00.016Z, "
                        + "time-out at 1970-01-01T00:00:01.001Z, "
                        + "ask#0 Question[key=b, number=2], answer at 1970-01-01T00:00:00.018Z, "
                        + "time-out at 1970-01-01T00:00:01.009Z, ask#0 watermark 1970-01-01T00:00:00.003Z]");
    }
}
