package dev.tidemark.engine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Steps;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Reading;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the steps of a window operator say that it did. */
class WindowStepsTest {

    private final Pipeline pipeline = Pipeline.create("windows");

    private Simulation counting(UnaryOperator<WindowedStream<Reading, String, TimeWindow>> with) {
        with.apply(pipeline.source("in", Reading.class, Watermarks.byHand())
                        .keyBy(Reading::key)
                        .window(TumblingWindows.of(Duration.ofMillis(10))))
                .count()
                .name("window")
                .collect("out");
        return Simulation.of(pipeline);
    }

    private static List<String> send(Simulation run, long value, long time) {
        run.send("in", new Reading("a", value), Instant.ofEpochMilli(time));
        return said(run.settle());
    }

    private static List<String> advance(Simulation run, long watermark) {
        run.advanceWatermark("in", Instant.ofEpochMilli(watermark));
        return said(run.settle());
    }

    private static List<String> said(Steps steps) {
        return steps.steps().stream()
                .flatMap(step -> step.effects().stream())
                .filter(effect -> effect.operator().equals("window") && !(effect instanceof Effect.WatermarkRose))
                .map(effect -> effect.text(0).replace(" [1970-01-01T00:00:00Z, 00:00:00.010)", ""))
                .toList();
    }

    @Test
    void window_is_filled_fires_and_goes() {
        Simulation run = counting(windows -> windows);
        assertThat(send(run, 1, 1))
                .containsExactly("window state contents[a] = 1", "window set timer 00:00:00.009 for a");
        assertThat(send(run, 2, 2)).containsExactly("window state contents[a] = 2");
        assertThat(advance(run, 9))
                .containsExactly("window fired on time: key a, window", "window state contents[a] removed");
    }

    @Test
    void early_on_time_and_late_firings_are_told_apart() {
        Simulation run = counting(windows -> windows.trigger(CountTrigger.of(1)).allowedLateness(Duration.ofMillis(5)));
        assertThat(send(run, 1, 1)).contains("window fired early: key a, window");
        advance(run, 8);
        assertThat(send(run, 2, 2)).contains("window fired early: key a, window");
        advance(run, 9);
        assertThat(send(run, 3, 3)).contains("window fired late: key a, window");
        assertThat(advance(run, 14)).containsExactly("window state contents[a] removed");
    }

    @Test
    void purged_window_is_empty() {
        Simulation run = counting(windows -> windows.trigger(PurgingTrigger.of(CountTrigger.of(1))));
        assertThat(send(run, 1, 1))
                .containsSubsequence(
                        "window state contents[a] = 1",
                        "window fired early: key a, window",
                        "window state contents[a] removed");
        assertThat(run.windows("window")).isEmpty();
        assertThat(advance(run, 9)).doesNotContain("window state contents[a] removed");
    }

    @Test
    void evicted_window_says_what_is_left() {
        Simulation run = counting(windows -> windows.trigger(CountTrigger.of(2)).evictor(CountEvictor.of(1, true)));
        send(run, 1, 1);
        assertThat(send(run, 2, 2))
                .containsSubsequence(
                        "window fired early: key a, window",
                        "window state contents[a] = [Timestamped(value=Reading(key=a, value=2), timestamp=2)]");
    }

    @Test
    void late_element_is_told_of_once_whether_it_is_dropped_or_put_aside() {
        Simulation run = counting(windows -> windows);
        advance(run, 9);
        assertThat(send(run, 1, 1)).containsExactly("window late Reading(key=a, value=1) @ 00:00:00.001");
        assertThat(send(run, 1, 12)).hasSize(2);
    }

    @Test
    void element_behind_the_watermark_whose_window_is_open_is_not_late() {
        Simulation run = counting(windows -> windows);
        send(run, 1, 1);
        advance(run, 5);
        assertThat(send(run, 2, 3)).containsExactly("window state contents[a] = 2");
    }

    @Test
    void trigger_of_processing_time_is_asked_again_when_its_time_has_passed() {
        Simulation run = counting(windows -> windows.trigger(new ProcessingTimeTrigger()));
        send(run, 1, 1);
        assertThat(said(run.advanceProcessingTime(Duration.ofMillis(10))))
                .contains("window fired early: key a, window");
        assertThat(send(run, 2, 2)).contains("window fired early: key a, window");
    }

    @Test
    void cleaned_windows_of_which_panes_are_read_leave_nothing() {
        pipeline.source("in", Reading.class, Watermarks.byHand())
                .keyBy(Reading::key)
                .window(TumblingWindows.of(Duration.ofMillis(10)))
                .count()
                .name("window")
                .panes()
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 1);
        advance(run, 9);
        assertThat(run.state("window")).isEmpty();
        assertThat(run.output("out")).hasSize(1);
    }

    @Test
    void cleaned_sessions_leave_nothing() {
        pipeline.source("in", Reading.class, Watermarks.byHand())
                .keyBy(Reading::key)
                .window(SessionWindows.withGap(Duration.ofMillis(5)))
                .count()
                .name("window")
                .panes()
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 0);
        send(run, 2, 8);
        send(run, 3, 4);
        assertThat(run.windows("window")).singleElement().satisfies(row -> {
            assertThat(row.value()).isEqualTo(3L);
            assertThat(row.firesAt()).isEqualTo(12);
            assertThat(row.cleanedAt()).isEqualTo(12);
        });
        advance(run, 12);
        assertThat(run.state("window")).isEmpty();
        assertThat(run.timers("window")).isEmpty();
    }

    @Test
    void what_a_trigger_kept_for_merged_sessions_is_gone_with_them() {
        pipeline.source("in", Reading.class, Watermarks.byHand())
                .keyBy(Reading::key)
                .window(SessionWindows.withGap(Duration.ofMillis(5)))
                .trigger(CountTrigger.of(4))
                .count()
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        send(run, 1, 0);
        send(run, 2, 8);
        send(run, 3, 4);
        assertThat(run.output("out")).isEmpty();
        send(run, 4, 5);
        assertThat(run.output("out")).hasSize(1);
        advance(run, 12);
        assertThat(run.state("window")).isEmpty();
    }
}
