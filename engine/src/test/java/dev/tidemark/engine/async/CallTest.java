package dev.tidemark.engine.async;

import static dev.tidemark.engine.async.Asking.ask;
import static dev.tidemark.engine.async.Asking.ms;
import static dev.tidemark.engine.async.Asking.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.AsyncStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.async.Oracle.Question;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.AsyncRetryStrategy;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallTest {
    @BeforeEach
    void begin() {
        Oracle.begin();
    }

    private static Simulation asks(AsyncFunction<Question, Question> function) {
        return Asking.run(function, AsyncStream::ordered);
    }

    @Test
    void no_limit_and_no_answer_hold_the_end_back_for_ever() {
        Simulation run =
                Asking.run(new Oracle.Ask(), stream -> stream.latency((each, draw) -> ChronoUnit.FOREVER.getDuration())
                        .ordered());
        ask(run, "a", 1);
        run.finish("in");
        run.runToEnd();
        assertThat(run.finished()).isFalse();
        assertThat(run.calls("ask").toString())
                .isEqualTo("[ask#0 Question[key=a, number=1], ask#0 watermark end of time]");
    }

    @Test
    @Statement(136)
    void without_an_answer_in_time_the_job_fails() {
        Simulation run =
                Asking.run(new Oracle.Ask(), stream -> stream.timeout(ms(9)).ordered());
        ask(run, "a", 1);
        assertThatThrownBy(() -> run.advanceProcessingTime(ms(10)))
                .hasMessage("step 3: operator 'ask', subtask 0, call for Question(key=a, number=1): CallFailed: "
                        + "TimeoutException: no answer has come in time; "
                        + "raise the time-out, override timeout(…) to give a result instead, or retry");
        assertThat(run.failure()).contains("no answer has come in time");
    }

    @Test
    @Statement(136)
    void a_second_answer_is_ignored() {
        Simulation run = asks((input, result) -> {
            result.complete(List.of(input));
            result.complete(List.of(new Question("second", 2)));
            result.completeExceptionally(new IllegalStateException("third"));
        });
        ask(run, "a", 1);
        run.advanceProcessingTime(ms(10));
        assertThat(results(run)).containsExactly("a@10");
    }

    @Test
    void an_answer_may_be_none_or_many() {
        Simulation run = asks((input, result) ->
                result.complete(input.key().equals("none") ? List.of() : List.of(input, new Question("more", 2))));
        ask(run, "none", 1);
        ask(run, "a", 2);
        run.advanceProcessingTime(ms(10));
        assertThat(results(run)).containsExactly("a@10", "more@10");
    }

    @Test
    void an_answer_from_another_thread_is_waited_for() {
        Simulation run = asks((input, result) -> new Thread(() -> result.complete(List.of(input))).start());
        ask(run, "a", 1);
        run.advanceProcessingTime(ms(10));
        assertThat(results(run)).containsExactly("a@10");
    }

    @Test
    void an_answer_that_never_comes_is_not_waited_for_without_end() {
        Simulation run = Asking.run(
                (input, result) -> {}, stream -> stream.patience(ms(1)).ordered());
        assertThatThrownBy(() -> ask(run, "a", 1))
                .hasMessageEndingWith("asyncInvoke has not completed its result future within 1 ms of real time; "
                        + "complete it, raise patience(…), or, to see a time-out, give the operator a latency(…) "
                        + "beyond its time-out");
    }

    @Test
    void waiting_for_an_answer_can_be_interrupted() {
        Simulation run = asks((input, result) -> Thread.currentThread().interrupt());
        assertThatThrownBy(() -> ask(run, "a", 1)).hasMessageContaining("InterruptedException");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_call_that_throws_fails_the_job_at_once() {
        Simulation run = asks((input, result) -> {
            throw new IllegalStateException("no client");
        });
        assertThatThrownBy(() -> ask(run, "a", 1))
                .hasMessageContaining("operator 'ask', subtask 0, element Question(key=a, number=1): "
                        + "IllegalStateException: no client");
    }

    @Test
    void a_failed_call_fails_the_job_when_its_answer_comes_and_names_every_cause() {
        Simulation run = asks((input, result) -> result.completeExceptionally(
                new IllegalStateException("no answer", new java.io.IOException("the line is dead"))));
        ask(run, "a", 1);
        run.advanceProcessingTime(ms(9));
        assertThat(run.failure()).isNull();
        assertThatThrownBy(() -> run.advanceProcessingTime(ms(1)))
                .hasMessageEndingWith(
                        "call for Question(key=a, number=1): CallFailed: IllegalStateException: no answer, "
                                + "because of IOException: the line is dead");
    }

    @Test
    @SuppressWarnings("NullAway") // that is what it is about
    void null_is_no_answer() {
        assertThatThrownBy(() -> ask(asks((input, result) -> result.complete(null)), "a", 1))
                .hasMessageEndingWith("the results are null; complete with an empty list when there are none");
        assertThatThrownBy(() -> ask(
                        asks((input, result) -> result.complete(java.util.Collections.singletonList(null))), "a", 1))
                .hasMessageEndingWith("a result is null; leave it out");
    }

    @Test
    void a_time_out_can_be_left_to_the_answer() {
        Simulation run =
                Asking.run(new Oracle.Patient(), stream -> stream.timeout(ms(5)).ordered());
        ask(run, "a", 1);
        run.advanceProcessingTime(ms(10));
        assertThat(results(run)).containsExactly("a@10");
    }

    @Test
    void a_latency_below_zero_is_refused() {
        Simulation run = Asking.run(new Oracle.Ask(), stream -> stream.latency((each, draw) -> ms(-1))
                .ordered());
        assertThatThrownBy(() -> ask(run, "a", 1))
                .hasMessageEndingWith("the latency of the call for Question[key=a, number=1] is -1 ms; "
                        + "an answer can't come before it was asked for");
    }

    @Test
    void what_makes_no_sense_is_refused_when_it_is_said() {
        AsyncStream<Question, Question> stream = Pipeline.create("p")
                .source("in", Question.class, Watermarks.byHand())
                .async(new Oracle.Ask());
        assertThatThrownBy(() -> stream.capacity(0)).hasMessage("the capacity is 0; it must be at least 1");
        assertThatThrownBy(() -> stream.timeout(Duration.ZERO)).hasMessage("the time-out is 0s; it must be positive");
        assertThatThrownBy(() -> stream.patience(ms(-1))).hasMessage("the patience is -1ms; it must be positive");
        assertThatThrownBy(() ->
                        stream.retry(AsyncRetryStrategy.fixedDelay(1, ms(1))).ordered())
                .hasMessage("calls of the function behind 'in' are made again but may take for ever; add .timeout(…)");
        assertThatThrownBy(() -> Latency.uniform(ms(3), ms(2)))
                .hasMessage("a latency from PT0.003S to PT0.002S is none; the range must begin at zero or later and "
                        + "must not be empty");
        assertThatThrownBy(() -> AsyncRetryStrategy.exponentialBackoff(0, ms(5), ms(2), 0.5))
                .hasMessage("0 retries after 5 ms, at most 2 ms, growing by 0.5: there must be at least 1 retry, the "
                        + "delays at least 1 ms and the largest not below the first, and they must grow by a factor "
                        + "of at least 1");
    }

    @Test
    void the_topology_says_how_it_asks() {
        Pipeline pipeline = Asking.pipeline(new Oracle.Ask(), stream -> stream.capacity(7)
                .timeout(ms(500))
                .retry(AsyncRetryStrategy.exponentialBackoff(3, ms(5), ms(40), 2))
                .unordered());
        assertThat(pipeline.toString())
                .contains("ask (async: unordered, at most 7 in flight, time-out 500ms, up to 3 retries after 5ms, "
                        + "growing by 2.0 to 40ms, latency 10ms) -> Question");
    }
}
