package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.determinism.RandomPipelines.Hit;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No events, one key, a million keys, the ends of time. */
class ExtremesTest {
    private static final int MILLION = 1_000_000;

    @Test
    void pipelines_without_an_event_end_with_nothing() {
        for (long seed = 0; seed < 300; seed++) {
            Simulation run = Simulation.of(RandomPipelines.empty(seed).build(), RandomPipelines.options(seed));
            run.runToEnd();
            assertThat(run.finished()).as("seed " + seed).isTrue();
            assertThat(run.output("out")).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void one_key_is_in_one_subtask_of_each_operator() {
        for (long seed = 0; seed < 300; seed++) {
            Simulation run = Simulation.of(
                    RandomPipelines.oneKey(seed).build(),
                    RandomPipelines.options(seed).parallelism(4));
            while (run.step(20).count() > 0) {
                for (Node node : run.describe().nodes()) {
                    if (node.kind().equals("keyed-broadcast-process")) {
                        continue; // broadcast state is in every subtask
                    }
                    Set<Integer> subtasks = new LinkedHashSet<>();
                    run.state(node.name()).stream()
                            .filter(row -> row.key() != null)
                            .forEach(row -> subtasks.add(row.subtask()));
                    assertThat(subtasks).as("seed " + seed + ", " + node.name()).hasSizeLessThan(2);
                }
            }
            assertThat(run.finished()).as("seed " + seed).isTrue();
        }
    }

    @Test
    void a_million_keys_come_through_a_checkpoint_and_a_restart_with_other_subtasks() {
        Pipeline pipeline = Pipeline.create("keys");
        Trace<Hit> trace = Trace.computed(2 * MILLION, Hit.class, i -> new Hit("k" + i % MILLION, i, i % 1000))
                .eventTimeMillis(Hit::millis);
        Collected<Hit> sums = pipeline.source("in", trace, Watermarks.none())
                .keyBy(Hit::key)
                .window(TumblingWindows.of(Duration.ofSeconds(1)))
                .reduce((left, right) -> new Hit(left.key(), left.number() + right.number(), left.millis()))
                .collect("sums");
        Simulation run =
                Simulation.of(pipeline, options -> options.parallelism(2).unrecorded());
        run.step(3L * MILLION);
        run.triggerCheckpoint();
        run.step(100_000);
        assertThat(run.checkpoints()).hasSize(1);
        run.restore(run.checkpoints().get(0), 3);
        run.runToEnd();
        long sum = 0;
        int count = 0;
        for (Hit each : run.output(sums)) {
            sum += each.number();
            count++;
        }
        assertThat(count).isEqualTo(MILLION);
        assertThat(sum).isEqualTo(MILLION * (2L * MILLION - 1));
    }

    @Test
    void the_last_moment_of_event_time_is_one_like_others() {
        Simulation run = times(Instant.ofEpochMilli(Long.MAX_VALUE - 1));
        run.finish("in");
        run.runToEnd();
        assertThat(run.output("out")).extracting(Emission::timestamp).containsExactly(Long.MAX_VALUE - 1);
    }

    @Test
    void a_time_that_milliseconds_cannot_hold() {
        assertThatThrownBy(() -> times(Instant.MAX))
                .hasMessage("the event +1000000000-12-31T23:59:59.999999999Z happened at "
                        + "+1000000000-12-31T23:59:59.999999999Z, beyond the end of event time: it goes from "
                        + "-292275055-05-16T16:47:04.192Z to +292278994-08-17T07:12:55.807Z");
        assertThatThrownBy(() -> times(Instant.MIN))
                .hasMessageStartingWith("the event -1000000000-01-01T00:00:00Z happened at ");
    }

    private static Simulation times(Instant time) {
        Pipeline pipeline = Pipeline.create("times");
        pipeline.source("in", Source.byHand(Instant.class).eventTime(each -> each), Watermarks.monotonous())
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("in", time);
        run.settle();
        return run;
    }
}
