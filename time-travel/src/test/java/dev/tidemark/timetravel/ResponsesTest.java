package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ResultFuture;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.timetravel.Pipelines.Click;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was asked outside once is not asked again: each call gets another answer, so that one too many would be seen. */
class ResponsesTest {
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final AtomicInteger BROKEN = new AtomicInteger();

    @BeforeEach
    void begin() {
        CALLS.set(0);
        COPIES.set(1);
        BROKEN.set(0);
    }

    /** Answers with the number of the call. */
    static final class Count implements AsyncFunction<Click, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void asyncInvoke(Click input, ResultFuture<Long> result) {
            result.complete(List.of((long) CALLS.incrementAndGet()));
        }
    }

    private static Pipeline pipeline() {
        Pipeline pipeline = Pipeline.create("asking");
        pipeline.source("clicks", Pipelines.byHand("0"), Watermarks.byHand())
                .flatMap((Click click, Output<Click> out) -> {
                    for (int i = 0; i < COPIES.get(); i++) {
                        out.collect(click);
                    }
                    if (BROKEN.get() > 0) {
                        throw new IllegalStateException("broken");
                    }
                })
                .returns(Click.class)
                .async(new Count())
                .unordered()
                .name("ask")
                .collect("out");
        return pipeline;
    }

    private static RecordedRun run() {
        return TimeTravel.start(pipeline()).verify(Verification.EVERY_STEP);
    }

    private static void ask(RecordedRun run, long second) {
        run.send("clicks", new Click("ann", second, 1));
        run.settle();
    }

    private static List<Object> out(RecordedRun run) {
        return run.output("out").stream().map(Emission::value).toList();
    }

    @Test
    void going_back_and_forth_asks_nothing() {
        var run = run();
        for (int i = 0; i < 5; i++) {
            ask(run, i);
        }
        run.runToEnd();
        List<Object> answers = out(run);
        assertThat(times(answers)).isEqualTo(times(List.of(1L, 2L, 3L, 4L, 5L)));
        long last = run.lastStep();
        run.seek(0);
        run.step(last);
        run.back(3);
        run.seek(last);
        run.retell(step -> {});
        run.seek(2);
        run.fork();
        assertThat(CALLS).hasValue(5);
        run.seek(last);
        assertThat(out(run)).isEqualTo(answers);
    }

    @Test
    void a_branch_asks_anew_where_it_leaves_the_recording() {
        var run = run();
        ask(run, 1);
        ask(run, 2);
        run.runToEnd();
        List<Object> first = out(run);
        run.seek(1);
        ask(run, 3);
        run.runToEnd();
        assertThat(times(out(run))).isEqualTo(times(List.of(1L, 3L)));
        run.switchTo("main");
        run.seek(1);
        run.runToEnd();
        assertThat(out(run)).isEqualTo(first);
        assertThat(CALLS).hasValue(3);
    }

    @Test
    void a_fork_asks_for_itself() {
        var run = run();
        ask(run, 1);
        var fork = run.fork();
        ask(fork, 2);
        ask(run, 3);
        fork.runToEnd();
        run.runToEnd();
        assertThat(times(out(fork))).isEqualTo(times(List.of(1L, 2L)));
        assertThat(times(out(run))).isEqualTo(times(List.of(1L, 3L)));
        fork.seek(0);
        fork.runToEnd();
        assertThat(times(out(fork))).isEqualTo(times(List.of(1L, 2L)));
        assertThat(CALLS).hasValue(3);
    }

    @Test
    void what_a_step_asked_that_failed_is_asked_again() {
        var run = run();
        BROKEN.set(1);
        assertThatThrownBy(() -> ask(run, 1)).isInstanceOf(SimulationFailed.class);
        BROKEN.set(0);
        run.runToEnd();
        assertThat(out(run)).containsExactly(2L);
        run.seek(0);
        run.step(3);
        assertThat(out(run)).containsExactly(2L);
    }

    @Test
    void after_a_restore_calls_are_made_again_and_recorded_too() {
        var run = run();
        ask(run, 1);
        var checkpoint = run.checkpoint();
        run.fail("ask", 0);
        run.restore(checkpoint);
        run.runToEnd();
        assertThat(out(run)).containsExactly(2L);
        long last = run.lastStep();
        run.seek(0);
        run.step(last);
        assertThat(out(run)).containsExactly(2L);
        assertThat(CALLS).hasValue(2);
    }

    @Test
    void a_replay_that_asks_more_than_was_recorded_is_not_faithful() {
        var run = run();
        ask(run, 1);
        run.runToEnd();
        run.seek(0);
        COPIES.set(2);
        assertThatThrownBy(() -> run.step(2))
                .isInstanceOf(UnfaithfulReplay.class)
                .hasMessageContaining("operator 'ask', subtask 0, makes call 1 in step 1, of which the recording of "
                        + "that step has no answer");
        assertThat(CALLS).hasValue(1);
    }

    /** How often each value is there: answers come in an order that their latencies decide. */
    private static Map<Object, Long> times(List<?> values) {
        Map<Object, Long> times = new LinkedHashMap<>();
        values.forEach(value -> times.merge(value, 1L, Long::sum));
        return times;
    }
}
