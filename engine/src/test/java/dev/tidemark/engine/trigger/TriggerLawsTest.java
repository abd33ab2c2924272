package dev.tidemark.engine.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Reading;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerLawsTest {
    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** A window [0, 10) that holds two elements. */
    private static Simulation filled(Trigger<? super Reading, ? super TimeWindow> trigger) {
        Pipeline pipeline = Pipeline.create("windows");
        pipeline.source("in", Reading.class, Watermarks.byHand())
                .keyBy(Reading::key)
                .window(TumblingWindows.of(ms(10)))
                .trigger(trigger)
                .count()
                .name("window")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("in", new Reading("a", 1), Instant.ofEpochMilli(1));
        run.send("in", new Reading("a", 2), Instant.ofEpochMilli(2));
        run.settle();
        return run;
    }

    private static DeltaTrigger<Reading, TimeWindow> delta() {
        return DeltaTrigger.of(3, (older, newer) -> newer.value() - older.value(), Reading.class);
    }

    static Stream<Trigger<? super Reading, TimeWindow>> triggers() {
        return Stream.of(
                new EventTimeTrigger(),
                new ProcessingTimeTrigger(),
                new NeverTrigger<>(),
                CountTrigger.of(3),
                delta(),
                ContinuousEventTimeTrigger.every(ms(4)),
                ContinuousProcessingTimeTrigger.every(ms(4)),
                PurgingTrigger.of(CountTrigger.of(3)),
                ProcessingTimeoutTrigger.of(CountTrigger.of(3), ms(50)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("triggers")
    void cleaned_window_leaves_no_timer_and_no_state(Trigger<? super Reading, TimeWindow> trigger) {
        Simulation run = filled(trigger);
        run.advanceWatermark("in", Instant.ofEpochMilli(9));
        run.settle();
        assertThat(run.windows("window")).isEmpty();
        assertThat(run.timers("window")).isEmpty();
        assertThat(run.state("window")).isEmpty();
    }

    private static @Nullable Long firesAt(Trigger<? super Reading, ? super TimeWindow> trigger) {
        return filled(trigger).windows("window").get(0).firesAt();
    }

    @Test
    void window_whose_trigger_knows_no_time_does_not_say_when_it_fires() {
        assertThat(firesAt(new NeverTrigger<>())).isNull();
        assertThat(firesAt(CountTrigger.of(3))).isNull();
        assertThat(firesAt(delta())).isNull();
        assertThat(firesAt(PurgingTrigger.of(CountTrigger.of(3)))).isNull();
    }

    @Test
    void window_says_when_its_trigger_fires_next() {
        assertThat(firesAt(new EventTimeTrigger())).isEqualTo(9);
        assertThat(firesAt(PurgingTrigger.of(new EventTimeTrigger()))).isEqualTo(9);
        assertThat(firesAt(ContinuousEventTimeTrigger.every(ms(4)))).isEqualTo(4);
        assertThat(firesAt(ProcessingTimeoutTrigger.of(new NeverTrigger<>(), ms(5))))
                .isEqualTo(5);
    }
}
