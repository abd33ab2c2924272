package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.checkpoint.Snapshot;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.topology.Topology;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final int PIPELINES = 1000;

    @Test
    void the_same_seed_and_inputs_give_the_same_run_however_it_is_driven() {
        for (long seed = 0; seed < PIPELINES; seed++) {
            Topology topology = RandomPipelines.pipeline(seed).build();
            SimulationOptions options = RandomPipelines.options(seed);
            Simulation whole = Simulation.of(topology, options);
            whole.runToEnd();
            Simulation stepped = troubled(seed, options);
            assertThat(stepped.stepNumber()).as("steps of seed " + seed).isEqualTo(whole.stepNumber());
            assertThat(TranscriptHash.of(stepped)).as("seed " + seed).isEqualTo(TranscriptHash.of(whole));
        }
    }

    /** Steps by random numbers; in between looks at everything, or goes on from a snapshot. */
    private static Simulation troubled(long seed, SimulationOptions options) {
        Random random = new Random(seed);
        Simulation run = Simulation.of(RandomPipelines.pipeline(seed).build(), options);
        boolean more = true;
        while (more) {
            long count = random.nextLong(1, 61);
            more = run.step(count).count() == count;
            switch (random.nextInt(3)) {
                case 0 -> Looking.at(run);
                case 1 -> run.restore(run.snapshot());
                default -> {}
            }
        }
        return run;
    }

    @Test
    void every_quantum_gives_the_same_run_stepped_and_whole() {
        for (long seed = 0; seed < 100; seed++) {
            Topology topology = RandomPipelines.pipeline(seed).build();
            for (int quantum : List.of(1, 7, 256)) {
                SimulationOptions options = RandomPipelines.options(seed);
                options = options.schedule(options.schedule().quantum(quantum));
                Simulation whole = Simulation.of(topology, options);
                whole.runToEnd();
                Simulation stepped = Simulation.of(topology, options);
                while (stepped.doStep() != null) {
                    assertThat(stepped.failure()).isNull();
                }
                assertThat(TranscriptHash.of(stepped)).isEqualTo(TranscriptHash.of(whole));
            }
        }
    }

    @Test
    void looking_at_every_step_changes_no_digest() {
        for (long seed = 0; seed < 15; seed++) {
            Simulation run = Simulation.of(RandomPipelines.pipeline(seed).build(), RandomPipelines.options(seed));
            do {
                long digest = run.digest();
                String content = run.contentDigest();
                assertThat(Looking.at(run)).isPositive();
                assertThat(run.digest()).isEqualTo(digest);
                assertThat(run.contentDigest()).isEqualTo(content);
            } while (run.doStep() != null);
        }
    }

    @Test
    void a_run_from_a_snapshot_holds_the_same_at_every_step() {
        for (long seed = 0; seed < 15; seed++) {
            Topology topology = RandomPipelines.pipeline(seed).build();
            Simulation run = Simulation.of(topology, RandomPipelines.options(seed));
            Simulation other = Simulation.of(topology, RandomPipelines.options(seed));
            while (run.doStep() != null) {
                other.restore(run.snapshot());
                assertThat(other.contentDigest()).as("seed " + seed).isEqualTo(run.contentDigest());
                assertThat(held(other, topology)).as("seed " + seed).isEqualTo(held(run, topology));
            }
        }
    }

    @Test
    void a_crash_is_repeated_from_a_snapshot_with_all_that_follows() {
        for (long seed = 0; seed < 200; seed++) {
            Simulation first = Simulation.of(RandomPipelines.pipeline(seed).build(), RandomPipelines.options(seed));
            first.step(1 + seed % 50);
            Snapshot before = first.snapshot();
            String once = crash(first, seed);
            Simulation second = Simulation.of(RandomPipelines.pipeline(seed).build(), RandomPipelines.options(seed));
            second.restore(before);
            assertThat(crash(second, seed)).as("seed " + seed).isEqualTo(once);
        }
    }

    private static String crash(Simulation run, long seed) {
        run.triggerCheckpoint();
        run.step(30);
        if (!run.checkpoints().isEmpty()) {
            run.fail("first", 0);
            run.restore(run.checkpoints().get(0), 1 + (int) (seed % 4));
        }
        run.runToEnd();
        return TranscriptHash.of(run);
    }

    private static String held(Simulation run, Topology topology) {
        StringBuilder text = new StringBuilder();
        topology.nodes().forEach(node -> text.append(run.state(node.name())).append(run.timers(node.name())));
        return text.append(run.watermarks()).append(run.channels()).toString();
    }

    @Test
    @Statement({140, 164})
    void two_seeds_with_two_subtasks_give_different_total_orders_of_the_same_results() {
        List<List<Object>> orders = Stream.iterate(1L, seed -> seed + 1)
                .limit(20)
                .map(seed -> {
                    Simulation run = Simulation.of(OrderedResults.pipeline(), options -> options.parallelism(2)
                            .schedule(Schedule.seeded(seed)));
                    run.runToEnd();
                    return run.output("out").stream().map(Emission::value).toList();
                })
                .toList();
        assertThat(orders.stream().distinct().count()).isGreaterThan(1);
        assertThat(orders).allSatisfy(order -> assertThat(order).hasSameElementsAs(orders.get(0)));
    }
}
