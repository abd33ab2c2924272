package dev.tidemark.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotebookProgressTest {
    record Tick(long n) {
        Instant at() {
            return Instant.ofEpochMilli(n);
        }
    }

    @Test
    void a_long_move_says_how_far_it_is_and_a_short_one_nothing() {
        assertThat(shown(100)).isEmpty();
        assertThat(shown(40_000)).contains("50,000 steps so far, at 1970-01-01T00:00:");
    }

    /** Without a session a display is printed. */
    private static String shown(int events) {
        Trace<Tick> ticks = Trace.generate(events, Tick.class, Tick::new).eventTime(Tick::at);
        Pipeline pipeline = Pipeline.create("ticks");
        pipeline.source("ticks", ticks, Watermarks.monotonous()).collect("out");
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Simulation.of(pipeline).runToEnd();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
