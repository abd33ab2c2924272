package dev.tidemark.engine.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Reading;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.trigger.CountTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowLawsTest {
    private final Pipeline pipeline = Pipeline.create("windows");

    private KeyedStream<Reading, String> keyed() {
        return pipeline.source("in", Reading.class, Watermarks.byHand()).keyBy(Reading::key);
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static void send(Simulation run, long value, long time) {
        run.send("in", new Reading("a", value), at(time));
        run.settle();
    }

    private static List<Long> timers(Simulation run) {
        return run.timers("window").stream().map(timer -> timer.at()).toList();
    }

    private Simulation counting(Duration lateness) {
        keyed().window(TumblingWindows.of(ms(10)))
                .allowedLateness(lateness)
                .count()
                .name("window")
                .collect("out");
        return Simulation.of(pipeline);
    }

    @Test
    @Statement(54)
    void without_lateness_the_windows_end_and_its_cleaning_are_one_timer() {
        Simulation run = counting(Duration.ZERO);
        send(run, 1, 1);
        assertThat(timers(run)).containsExactly(9L);
    }

    @Test
    @Statement(54)
    void with_lateness_they_are_two() {
        Simulation run = counting(ms(5));
        send(run, 1, 1);
        assertThat(timers(run)).containsExactly(9L, 14L);
    }

    @Test
    @Statement(45)
    void windows_that_are_never_cleaned_have_no_timer_for_it() {
        Simulation run = counting(ms(Long.MAX_VALUE));
        send(run, 1, 1);
        assertThat(timers(run)).containsExactly(9L);
        assertThat(run.windows("window").get(0).cleanedAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @Statement(45)
    void windows_of_processing_time_are_cleaned_at_their_end_whatever_the_lateness() {
        keyed().window(TumblingWindows.of(ms(10)).inProcessingTime())
                .allowedLateness(ms(5))
                .count()
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 1);
        assertThat(timers(run)).containsExactly(9L);
        run.advanceProcessingTime(ms(10));
        assertThat(run.windows("window")).isEmpty();
        assertThat(timers(run)).isEmpty();
    }

    @Test
    @Statement(62)
    void when_sessions_merge_their_timers_go_and_that_of_the_merged_one_is_set() {
        keyed().window(SessionWindows.withGap(ms(5)))
                .allowedLateness(ms(100))
                .count()
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 0);
        send(run, 2, 8);
        assertThat(timers(run)).containsExactly(4L, 12L, 104L, 112L);
        send(run, 3, 4);
        assertThat(timers(run)).containsExactly(12L, 112L);
        assertThat(run.windows("window")).singleElement().satisfies(window -> assertThat(window.window())
                .isEqualTo(new TimeWindow(0, 13)));
    }

    /** A sum that can't be merged. */
    static final class SumAlone implements AggregateFunction<Reading, Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Reading reading, Long sum) {
            return sum + reading.value();
        }

        @Override
        public Long result(Long sum) {
            return sum;
        }

        @Override
        public Long merge(Long left, Long right) {
            throw new UnsupportedOperationException("no merging please");
        }
    }

    @Test
    @Statement(64)
    void accumulators_are_merged_only_when_two_sessions_with_elements_meet() {
        keyed().window(SessionWindows.withGap(ms(5)))
                .aggregate(new SumAlone())
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 0);
        send(run, 2, 3);
        send(run, 4, 1);
        send(run, 8, 20);
        run.advanceWatermark("in", at(7));
        run.settle();
        assertThat(run.output("out")).singleElement().satisfies(sum -> assertThat(sum.value())
                .isEqualTo(7L));
        send(run, 16, 12);
        run.send("in", new Reading("a", 32), at(16));
        assertThatThrownBy(run::settle).hasMessageEndingWith("UnsupportedOperationException: no merging please");
    }

    /** Asks for state per window. */
    static final class PerWindow implements ProcessWindowFunction<Reading, Long, String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context<TimeWindow> context, Iterable<Reading> elements, Output<Long> out) {
            context.windowState().value("last", Long.class).update(1L);
        }
    }

    @Test
    @Statement(58)
    void sessions_have_no_state_per_window() {
        keyed().window(SessionWindows.withGap(ms(5)))
                .process(new PerWindow())
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 0);
        run.finish("in");
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith(
                        "UnsupportedOperationException: operator 'window' asked for per-window state, which "
                                + "windows that merge can't have; use globalState()");
    }

    @Test
    @Statement(58)
    void state_per_window_that_its_function_does_not_clear_stays() {
        keyed().window(TumblingWindows.of(ms(10)))
                .process(new PerWindow())
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 0);
        run.finish("in");
        run.settle();
        assertThat(run.windows("window")).isEmpty();
        assertThat(run.state("window")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("per window last");
            assertThat(row.value()).isEqualTo(1L);
        });
    }

    @Test
    @Statement(83)
    void global_window_that_is_not_purged_stays_for_ever() {
        keyed().window(GlobalWindows.create())
                .trigger(CountTrigger.of(2))
                .count()
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 0);
        send(run, 2, 0);
        send(run, 3, 0);
        run.finish("in");
        run.settle();
        assertThat(run.windows("window")).singleElement().satisfies(window -> {
            assertThat(window.value()).isEqualTo(3L);
            assertThat(window.cleanedAt()).isEqualTo(Long.MAX_VALUE);
            assertThat(window.firesAt()).isNull();
        });
    }

    @Test
    void window_with_an_evictor_shows_the_elements_that_it_holds() {
        keyed().window(TumblingWindows.of(ms(10)))
                .evictor(dev.tidemark.engine.evictor.CountEvictor.of(1))
                .count()
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 0);
        send(run, 2, 0);
        assertThat(run.windows("window").get(0).value()).isEqualTo(List.of(new Reading("a", 1), new Reading("a", 2)));
        assertThat(run.state("window").toString()).contains("Timestamped[value=Reading[key=a, value=1], timestamp=0]");
    }

    @Test
    void inputs_that_end_without_an_element_leave_nothing() {
        Simulation run = counting(ms(5));
        run.finish("in");
        run.settle();
        assertThat(run.output("out")).isEmpty();
        assertThat(run.windows("window")).isEmpty();
        assertThat(run.finished()).isTrue();
    }
}
