package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.connect.partfiles.Encoders;
import dev.tidemark.engine.connect.partfiles.FileSink;
import dev.tidemark.engine.connect.partfiles.RollingPolicy;
import dev.tidemark.engine.fault.RestartStrategy;
import dev.tidemark.engine.sink.Sales.Sale;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TumblingWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random pipelines under random faults, schedules and changes of parallelism; {@code -Dtidemark.faults.seeds} says how many.
 *
 * <p>Each partition is in order, so that nothing is late, and what windows hold is the same in whatever order it came.
 */
class RandomFaultsTest {
    private static final int SEEDS = Integer.getInteger("tidemark.faults.seeds", 500);

    @TempDir
    Path folders = Path.of(".");

    private static Topology pipeline(long seed, Path files) {
        Random random = new Random(seed);
        Pipeline pipeline = Pipeline.create("random " + seed);
        int keys = 1 + random.nextInt(5);
        int partitions = 1 + random.nextInt(4);
        DataStream<Sale> sales = pipeline.source(
                "sales",
                Trace.generate(20 + random.nextInt(40), Sale.class, i -> new Sale("s" + i * 7 % keys, i, i * 5 % 11))
                        .eventTimeMillis(Sale::number)
                        .partitionBy(sale -> sale.number() % partitions),
                Watermarks.<Sale>outOfOrder(Duration.ZERO).perEvent());
        for (int left = random.nextInt(3); left > 0; left--) {
            sales = stage(sales, random.nextInt(5));
        }
        if (random.nextInt(4) > 0) {
            sales = windows(sales, random);
        }
        sales.collect("out");
        FileSink<Sale> sink = FileSink.into(files, Encoders.csv(Sale.class));
        sales.sinkTo(
                "files",
                random.nextBoolean()
                        ? sink
                        : sink.rolling(RollingPolicy.acrossCheckpoints().atBytes(100)));
        return pipeline.build();
    }

    private static DataStream<Sale> stage(DataStream<Sale> sales, int which) {
        return switch (which) {
            case 0 -> sales.map(sale -> new Sale(sale.shop(), sale.number(), sale.cents() + 1));
            case 1 -> sales.filter(sale -> sale.cents() % 3 > 0);
            case 2 -> sales.rebalance();
            case 3 -> sales.shuffle();
            default -> sales.rescale();
        };
    }

    private static DataStream<Sale> windows(DataStream<Sale> sales, Random random) {
        Duration length = Duration.ofMillis(2 + random.nextInt(15));
        return (random.nextBoolean()
                        ? sales.keyBy(Sale::shop).window(TumblingWindows.of(length))
                        : sales.keyBy(Sale::shop).window(SlidingWindows.of(length.multipliedBy(2), length)))
                .reduce((a, b) -> new Sale(b.shop(), Math.max(a.number(), b.number()), a.cents() + b.cents()));
    }

    private static SimulationOptions options(long seed) {
        Random random = new Random(~seed);
        return SimulationOptions.DEFAULT
                .parallelism(1 + random.nextInt(3))
                .maxParallelism(128)
                .chaining(random.nextInt(4) > 0)
                .seed(seed)
                .checkpoints(CheckpointOptions.every(Duration.ofMillis(10 + random.nextInt(15))))
                .restart(RestartStrategy.fixedDelay(100, Duration.ofMillis(random.nextInt(6))));
    }

    /** One to four faults; returns how many there were. */
    private static int disturb(Simulation run, Topology topology, Random random) {
        int faults = 0;
        for (int left = 1 + random.nextInt(4); left > 0 && !run.finished(); left--) {
            run.step(1 + random.nextInt(80));
            String operator = topology.nodes()
                    .get(random.nextInt(topology.nodes().size()))
                    .name();
            int kind = random.nextInt(5);
            int subtask = random.nextInt(3);
            try {
                if (kind < 2) {
                    run.fail(operator, subtask);
                } else if (kind == 2) {
                    run.failMachine(String.valueOf(subtask));
                } else if (kind == 3) {
                    run.failCoordinator();
                } else if (!run.checkpoints().isEmpty()) {
                    run.restore(run.checkpoints().get(run.checkpoints().size() - 1), 1 + random.nextInt(3));
                }
                faults++;
            } catch (IllegalStateException | IllegalArgumentException e) {
                assertThat(e.getMessage())
                        .containsAnyOf("finished", "waits for its restart", "the run is over", "subtask", "machine");
            }
        }
        return faults;
    }

    private static Map<String, Integer> collected(Simulation run) {
        Map<String, Integer> counts = new TreeMap<>();
        run.output("out").forEach(each -> counts.merge(String.valueOf(each.value()), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> written(Path folder) throws IOException {
        List<Sale> all = new ArrayList<>();
        Written.totals(folder).values().forEach(all::addAll);
        Map<String, Integer> counts = new TreeMap<>();
        all.forEach(each -> counts.merge(String.valueOf(each), 1, Integer::sum));
        return counts;
    }

    @Test
    void whatever_fails_nothing_is_lost_and_nothing_is_there_twice() throws IOException {
        int faults = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Path calm = folders.resolve("calm-" + seed);
            Map<String, Integer> expected;
            try (Simulation run =
                    Simulation.of(pipeline(seed, calm), options(seed).seed(seed + 1))) {
                run.runToEnd();
                expected = collected(run);
            }
            Path folder = folders.resolve("fire-" + seed);
            Topology topology = pipeline(seed, folder);
            try (Simulation run = Simulation.of(topology, options(seed))) {
                faults += disturb(run, topology, new Random(seed * 31 + 7));
                run.runToEnd();
                assertThat(collected(run)).as("collected, seed %s", seed).isEqualTo(expected);
            }
            assertThat(written(folder)).as("written, seed %s", seed).isEqualTo(expected);
        }
        assertThat(faults).isGreaterThan(SEEDS);
    }
}
