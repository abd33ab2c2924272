package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.determinism.RandomPipelines.Hit;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A trace whose events are computed when they are read is read as one whose events are kept. */
class ComputedTraceTest {
    private static final int EVENTS = 300;

    private static Hit hit(long i) {
        long bits = i * 0x9E3779B97F4A7C15L;
        return new Hit("k" + (bits >>> 61), i, 3 * i - ((bits >>> 20) % 50));
    }

    private static Trace<Hit> kept() {
        return Trace.generate(EVENTS, Hit.class, i -> hit(i)).eventTimeMillis(Hit::millis);
    }

    private static Trace<Hit> computed() {
        return Trace.computed(EVENTS, Hit.class, ComputedTraceTest::hit).eventTimeMillis(Hit::millis);
    }

    private static void compare(UnaryOperator<Trace<Hit>> how, int... subtasks) {
        for (int parallelism : subtasks) {
            Simulation one = run(how.apply(kept()), parallelism);
            Simulation other = run(how.apply(computed()), parallelism);
            do {
                assertThat(other.contentDigest())
                        .as("parallelism " + parallelism + ", step " + one.stepNumber())
                        .isEqualTo(one.contentDigest());
                one.restore(one.snapshot());
                other.restore(other.snapshot());
            } while (one.step(40).count() + other.step(40).count() > 0);
            assertThat(other.transcript()).isEqualTo(one.transcript());
            assertThat(other.digest()).isEqualTo(one.digest());
        }
    }

    private static Simulation run(Trace<Hit> trace, int parallelism) {
        Pipeline pipeline = Pipeline.create("hits");
        pipeline.source("hits", trace, Watermarks.outOfOrder(Duration.ofMillis(40)))
                .keyBy(Hit::key)
                .window(TumblingWindows.of(Duration.ofMillis(100)))
                .count()
                .collect("counts");
        return Simulation.of(
                pipeline, options -> options.parallelism(parallelism).seed(7));
    }

    @Test
    void in_one_partition() {
        compare(trace -> trace, 1, 3);
    }

    @Test
    void in_partitions_by_numbers_by_texts_and_by_objects_of_their_own() {
        List<Function<Hit, Object>> keys =
                List.of(hit -> hit.number() % 4, Hit::key, hit -> List.of(hit.key()), hit -> hit.number() % 5000);
        keys.forEach(key -> compare(trace -> trace.partitionBy(key), 1, 3));
    }

    @Test
    void with_arrivals_of_their_own() {
        compare(trace -> trace.arrivalDelay(3, Duration.ofMillis(100)), 1, 3);
        compare(trace -> trace.partitionBy(Hit::key).arrivalDelay(3, Duration.ofMillis(100)), 1, 3);
    }
}
