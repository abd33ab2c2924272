package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The engine against a naive re-implementation of windows, on random events and watermarks. */
class OracleTest {
    private static final int CASES = 300;

    record Amount(String key, long value) {}

    record Window(String key, long start, long end, List<Long> values) {}

    @Test
    @Statement({32, 34, 46})
    void tumbling_windows_agree_with_their_definition() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            long size = random.nextLong(1, 31);
            long lateness = random.nextBoolean() ? random.nextLong(40) : 0;
            compare(seed, TumblingWindows.of(ms(size)), lateness, NaiveWindows.sliding(size, size, lateness));
        }
    }

    @Test
    @Statement({37, 46})
    void sliding_windows_agree_with_their_definition() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            long size = random.nextLong(1, 31);
            long slide = random.nextLong(1, 31);
            long lateness = random.nextBoolean() ? random.nextLong(40) : 0;
            compare(
                    seed,
                    SlidingWindows.of(ms(size), ms(slide)),
                    lateness,
                    NaiveWindows.sliding(size, slide, lateness));
        }
    }

    @Test
    @Statement({60, 61})
    void sessions_agree_with_their_definition() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            long gap = random.nextLong(1, 21);
            long lateness = random.nextBoolean() ? random.nextLong(40) : 0;
            compare(seed, SessionWindows.withGap(ms(gap)), lateness, NaiveWindows.sessions(gap, lateness));
        }
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    private static void compare(
            long seed, WindowAssigner<Object, TimeWindow> assigner, long lateness, NaiveWindows naive) {
        Pipeline pipeline = Pipeline.create("oracle");
        var out = pipeline.source("in", Amount.class, Watermarks.byHand())
                .keyBy(Amount::key)
                .window(assigner)
                .allowedLateness(ms(lateness))
                .process(new Contents())
                .name("window")
                .collect("out");
        Simulation run =
                Simulation.of(pipeline, options -> options.parallelism(2).seed(seed));
        Random random = new Random(~seed);
        long ahead = -50;
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(4) == 0) {
                ahead += random.nextLong(15);
                run.advanceWatermark("in", Instant.ofEpochMilli(ahead));
                run.settle();
                naive.watermark(ahead);
            } else {
                String key = "k" + random.nextInt(3);
                long timestamp = ahead + random.nextLong(-30, 40);
                run.send("in", new Amount(key, i), Instant.ofEpochMilli(timestamp));
                run.settle();
                naive.element(key, i, timestamp);
            }
        }
        run.finish("in");
        run.settle();
        naive.watermark(Long.MAX_VALUE);
        assertThat(fired(run.output(out), assigner.merging()))
                .as(assigner + ", lateness " + lateness + ", seed " + seed)
                .isEqualTo(naive.fired());
        assertThat(run.droppedLate("window")).as("late, seed " + seed).isEqualTo(naive.late());
    }

    private static Map<String, List<String>> fired(List<Window> windows, boolean sessions) {
        Map<String, List<String>> fired = new TreeMap<>();
        for (Window window : windows) {
            List<Long> values = new ArrayList<>(window.values());
            if (sessions) {
                values.sort(null); // the order of elements in a merged session is open
            }
            fired.computeIfAbsent(window.key() + " " + window.start() + " " + window.end(), any -> new ArrayList<>())
                    .add(values.toString());
        }
        return fired;
    }

    /** Emits what the window holds. */
    static final class Contents implements ProcessWindowFunction<Amount, Window, String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context<TimeWindow> context, Iterable<Amount> elements, Output<Window> out) {
            List<Long> values = new ArrayList<>();
            elements.forEach(each -> values.add(each.value()));
            out.collect(
                    new Window(key, context.window().start(), context.window().end(), values));
        }
    }
}
