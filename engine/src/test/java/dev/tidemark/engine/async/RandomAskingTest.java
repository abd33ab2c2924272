package dev.tidemark.engine.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.AsyncStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.async.Oracle.Question;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Asking is a map that takes its time: whatever latency, capacity, schedule and restores from snapshots do. */
class RandomAskingTest {
    private static final int CASES = 200;

    /** An answer and the watermark that it found. */
    record Found(long number, long watermark) {}

    /** Tells what watermark each answer finds. */
    static final class Find extends ProcessFunction<Question, Found> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Question value, Context context, Output<Found> out) {
            out.collect(new Found(value.number(), context.watermark()));
        }
    }

    private static Pipeline pipeline(Random random, boolean ordered) {
        Pipeline pipeline = Pipeline.create("random asking");
        DataStream<Question> questions = pipeline.source("in", Question.class, Watermarks.byHand());
        AsyncStream<Question, Question> asking = questions
                .async(new Oracle.Ask())
                .capacity(1 + random.nextInt(6))
                .latency(Latency.uniform(Duration.ZERO, Duration.ofMillis(random.nextInt(30))));
        DataStream<Question> answers = ordered ? asking.ordered() : asking.unordered();
        answers.name("ask").process(new Find()).name("find").collect("out");
        return pipeline;
    }

    private static SimulationOptions options(Random random) {
        SimulationOptions options = SimulationOptions.DEFAULT.chaining(random.nextBoolean());
        return random.nextInt(3) == 0 ? options.schedule(Schedule.roundRobin()) : options.seed(random.nextLong());
    }

    /** Sends forty numbers with watermarks and pauses between; returns each with the watermark before it. */
    private static List<Found> drive(Simulation run, Random random, boolean restoring) {
        List<Found> sent = new ArrayList<>();
        long watermark = Long.MIN_VALUE;
        for (int i = 0; i < 40; i++) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    watermark = i;
                    run.advanceWatermark("in", Instant.ofEpochMilli(i));
                }
                case 1 -> settle(run, random.nextInt(40), restoring);
                default -> {
                    sent.add(new Found(i, watermark));
                    run.send("in", new Question("q", i), Instant.ofEpochMilli(i));
                }
            }
        }
        run.finish("in");
        while (step(run, restoring)) {
            assertThat(run.failure()).isNull();
        }
        assertThat(run.finished()).isTrue();
        return sent;
    }

    private static void settle(Simulation run, int most, boolean restoring) {
        for (int i = 0; i < most && step(run, restoring); i++) {
            assertThat(run.calls("ask").stream()
                            .filter(call -> !call.waitsForRoom())
                            .count())
                    .isLessThanOrEqualTo(6);
        }
    }

    private static boolean step(Simulation run, boolean restoring) {
        boolean did = run.doStep() != null;
        if (restoring) {
            run.restore(run.snapshot());
        }
        return did;
    }

    private static List<Found> found(Simulation run) {
        return run.output("out").stream()
                .map(Emission::value)
                .map(Found.class::cast)
                .toList();
    }

    @Test
    @Statement(135)
    void in_order_it_is_a_map() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Simulation run = Simulation.of(pipeline(random, true).build(), options(random));
            List<Found> sent = drive(run, random, seed % 2 == 0);
            assertThat(found(run)).as("seed " + seed).isEqualTo(sent);
        }
    }

    @Test
    @Statement(135)
    void unordered_it_is_a_map_between_any_two_watermarks() {
        int overtaken = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Simulation run = Simulation.of(pipeline(random, false).build(), options(random));
            List<Found> sent = drive(run, random, seed % 2 == 0);
            List<Found> found = found(run);
            assertThat(byWatermark(found)).as("seed " + seed).isEqualTo(byWatermark(sent));
            assertThat(List.copyOf(byWatermark(found).keySet())).isSorted();
            overtaken += found.equals(sent) ? 0 : 1;
        }
        assertThat(overtaken).as("runs in which one answer overtook another").isGreaterThan(CASES / 3);
    }

    /** How often each number came, for each watermark, in the order in which the watermarks were first found. */
    private static Map<Long, Map<Long, Integer>> byWatermark(List<Found> all) {
        Map<Long, Map<Long, Integer>> counts = new LinkedHashMap<>();
        all.forEach(each ->
                counts.computeIfAbsent(each.watermark(), any -> new TreeMap<>()).merge(each.number(), 1, Integer::sum));
        return counts;
    }
}
