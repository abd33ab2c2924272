package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.view.StateRow;
import dev.tidemark.engine.view.TimerRow;
import dev.tidemark.engine.view.WindowRow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookingTest {
    record Tick(String name, long value) {}

    private static Simulation two() {
        Pipeline pipeline = Pipeline.create("two windows");
        var ticks = pipeline.source("ticks", Tick.class, Watermarks.byHand());
        ticks.keyBy(Tick::name)
                .window(TumblingWindows.of(Duration.ofSeconds(10)))
                .count()
                .name("counts")
                .collect("counted");
        ticks.keyBy(Tick::name)
                .window(TumblingWindows.of(Duration.ofSeconds(60)))
                .sumLong(Tick::value)
                .name("sums")
                .collect("summed");
        Simulation run = Simulation.of(pipeline);
        run.send("ticks", new Tick("a", 7), Instant.ofEpochSecond(5));
        run.settle();
        return run;
    }

    @Test
    void without_a_name_every_operator_is_shown() {
        Simulation run = two();
        assertThat(run.windows())
                .extracting(WindowRow::operator, WindowRow::value)
                .containsExactly(tuple("counts", 1L), tuple("sums", 7L));
        assertThat(run.state()).extracting(StateRow::operator).containsExactly("counts", "sums");
        assertThat(run.timers()).extracting(TimerRow::at).containsExactly(9_999L, 59_999L);
    }
}
