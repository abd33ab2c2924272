package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.timetravel.Pipelines.Click;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnfaithfulReplayTest {
    private static final AtomicLong OUTSIDE = new AtomicLong();

    @BeforeEach
    void reset() {
        OUTSIDE.set(0);
    }

    /** Eight clicks, mapped, summed by user. */
    private static RecordedRun mapped(MapFunction<Click, Click> function) {
        Pipeline pipeline = Pipeline.create("clicks");
        Trace<Click> clicks = Trace.generate(8, Click.class, i -> new Click("u" + i % 2, i, i))
                .eventTime(Click::time);
        pipeline.source("clicks", clicks, Watermarks.monotonous())
                .map(click -> click)
                .name("innocent")
                .map(function)
                .name("stamp")
                .keyBy(Click::user)
                .reduce((a, b) -> new Click(a.user(), b.second(), a.count() + b.count()))
                .name("total")
                .collect("totals");
        var run = TimeTravel.start(pipeline);
        run.runToEnd();
        return run;
    }

    private static Click with(Click click, long count) {
        return new Click(click.user(), click.second(), count);
    }

    @Test
    void a_static_counter_is_found_with_its_step_and_operator() {
        var run = mapped(click -> with(click, OUTSIDE.incrementAndGet()));
        long last = run.lastStep();
        run.seek(0);
        assertThatThrownBy(() -> run.step(last))
                .isInstanceOf(UnfaithfulReplay.class)
                .hasMessageContaining("Two replays differ first at step 1, in one of the operators 'innocent', 'stamp' "
                        + "(clicks/0 <- Click(user=u0, second=0, count=0) @ 00:00:00): its function reads something that "
                        + "changes, such as the wall clock, a random source or a static variable")
                .hasMessageEndingWith("The run stands at step 0, the last keyframe before that");
        assertThat(run.stepNumber()).isZero();
        assertThat(run.output("totals")).isEmpty();
    }

    @Test
    @SuppressWarnings("TimeZoneUsage")
    void the_wall_clock_is_found() {
        var run = mapped(click -> with(click, System.nanoTime()));
        assertThatThrownBy(() -> run.seek(3))
                .isInstanceOf(UnfaithfulReplay.class)
                .hasMessageContaining(
                        "Two replays differ first at step 1, in one of the operators 'innocent', 'stamp'");
    }

    @Test
    void what_changed_once_since_the_first_pass_is_told_apart() {
        var run = mapped(click -> with(click, OUTSIDE.get()));
        OUTSIDE.set(7);
        run.seek(0);
        assertThatThrownBy(() -> run.step(run.lastStep()))
                .isInstanceOf(UnfaithfulReplay.class)
                .hasMessageContaining(
                        "Two replays agree with each other, so no step can be named: something outside the "
                                + "run that its functions read, such as a static or notebook variable, has changed since the "
                                + "first pass. The difference was seen after step 2.");
    }

    @Test
    void with_the_contents_of_every_step_that_step_is_named() {
        var run = TimeTravel.start(stateOnly()).verify(Verification.EVERY_STEP);
        run.runToEnd();
        OUTSIDE.set(7);
        run.seek(0);
        assertThatThrownBy(() -> run.step(run.lastStep()))
                .hasMessageContaining(
                        "Two replays agree with each other; the first step after which the contents differ "
                                + "is step 8:");
    }

    @Test
    void a_function_that_throws_in_a_replay_alone_is_unfaithful() {
        var run = mapped(click -> with(click, 100 / (7 - OUTSIDE.get())));
        OUTSIDE.set(7);
        assertThatThrownBy(() -> run.seek(5))
                .isInstanceOf(UnfaithfulReplay.class)
                .hasMessageContaining("Now it threw: step 1: operator 'stamp'")
                .hasMessageContaining("/ by zero");
        assertThat(run.stepNumber()).isZero();
    }

    @Test
    void the_end_can_still_be_reached_as_it_was() {
        var run = mapped(click -> with(click, OUTSIDE.incrementAndGet()));
        String end = Look.at(run);
        run.seek(0);
        assertThatThrownBy(() -> run.step(8)).isInstanceOf(UnfaithfulReplay.class);
        run.seek(run.lastStep());
        assertThat(Look.at(run)).isEqualTo(end);
    }

    @Test
    void a_difference_in_state_alone_is_seen_at_the_next_keyframe_or_the_end() {
        var run = TimeTravel.start(stateOnly());
        run.runToEnd();
        OUTSIDE.set(7);
        run.seek(0);
        assertThatThrownBy(() -> run.step(run.lastStep())).isInstanceOf(UnfaithfulReplay.class);
    }

    /** A sum that depends on something outside and that nobody sees. */
    private static Pipeline stateOnly() {
        Pipeline pipeline = Pipeline.create("clicks");
        Trace<Click> clicks =
                Trace.generate(8, Click.class, i -> new Click("u", i, i)).eventTime(Click::time);
        pipeline.source("clicks", clicks, Watermarks.monotonous())
                .keyBy(Click::user)
                .reduce((a, b) -> with(a, OUTSIDE.get()))
                .name("total")
                .filter(click -> false)
                .collect("nothing");
        return pipeline;
    }
}
