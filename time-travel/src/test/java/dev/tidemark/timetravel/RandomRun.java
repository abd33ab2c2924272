package dev.tidemark.timetravel;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Steps;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.timetravel.Pipelines.Click;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** A random pipeline that is driven at random, with all that was seen of it after each step. */
final class RandomRun {
    private final Random random;
    private final RecordedRun run;
    private final TreeMap<Long, String> looks = new TreeMap<>();
    private final List<Step> steps = new ArrayList<>();
    private String end;

    RandomRun(long seed) {
        this.random = new Random(seed);
        SimulationOptions options = SimulationOptions.DEFAULT
                .parallelism(1 + random.nextInt(3))
                .chaining(random.nextBoolean())
                .keepWatermarks(random.nextBoolean());
        options = random.nextInt(4) == 0 ? options.schedule(Schedule.roundRobin()) : options.seed(seed);
        options = options.checkpoints(checkpoints(new Random(~seed)));
        this.run = TimeTravel.start(pipeline().build(), options);
        this.end = Look.at(run);
        looks.put(0L, end);
    }

    /** Taken by hand alone, or each few seconds too, and so that now and then one is given up. */
    private static CheckpointOptions checkpoints(Random own) {
        CheckpointOptions some = own.nextBoolean()
                ? CheckpointOptions.BY_HAND
                : CheckpointOptions.every(Duration.ofSeconds(1 + own.nextInt(8)))
                        .minPause(Duration.ofSeconds(own.nextInt(4)))
                        .timeout(Duration.ofSeconds(3))
                        .tolerableFailures(1000);
        return own.nextInt(3) == 0 ? some.atLeastOnce() : some;
    }

    RecordedRun run() {
        return run;
    }

    Random random() {
        return random;
    }

    /** What was seen after each step; at the last one, after all that was done there. */
    String look(long step) {
        return step == run.lastStep() ? end : Objects.requireNonNull(looks.get(step));
    }

    /** The text of a step, from 1. */
    String step(long number) {
        return steps.get((int) number - 1).toString();
    }

    /** The steps as they were done the first time. */
    List<Step> told() {
        return steps;
    }

    private Pipeline pipeline() {
        Pipeline pipeline = Pipeline.create("random");
        var byHand = pipeline.source("hand", Pipelines.byHand("p", "q"), Watermarks.byHand());
        int first = random.nextInt(100);
        Trace<Click> trace = Trace.generate(30, Click.class, i -> new Click("u" + (i * 7 + first) % 5, i * 3, i))
                .eventTime(Click::time)
                .arrivalDelay(first, Duration.ofSeconds(20))
                .partitionBy(Click::user);
        var recorded = pipeline.source(
                "trace",
                trace,
                Watermarks.<Click>outOfOrder(Duration.ofSeconds(5)).idleAfter(Duration.ofSeconds(30)));
        RandomOperators.add(recorded.union(byHand), random);
        return pipeline;
    }

    /** Does so many things that a user may do. */
    void drive(int moves) {
        for (int i = 0; i < moves; i++) {
            saw(move());
        }
        end = Look.at(run);
    }

    private void saw(Steps done) {
        done.forEach(steps::add);
        if (done.count() > 0) {
            looks.put(run.stepNumber(), Look.at(run));
        }
    }

    private Steps move() {
        if (run.failure() != null) {
            var checkpoints = run.checkpoints();
            return run.restore(checkpoints.get(random.nextInt(checkpoints.size())), 1 + random.nextInt(3));
        }
        String partition = random.nextBoolean() ? "p" : "q";
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3 ->
                run.send("hand", partition, new Click("u" + random.nextInt(5), random.nextInt(90), random.nextInt(9)));
            case 4 -> run.advanceWatermark("hand", partition, Instant.ofEpochSecond(random.nextInt(90)));
            case 5 -> run.markIdle("hand", partition);
            case 6 -> run.jumpProcessingTimeTo(run.clock().plusSeconds(random.nextInt(9)));
            case 7 -> checkpoint();
            case 8 -> run.checkpoints().isEmpty() ? run.step() : run.fail("hand", 0);
            default -> run.step();
        };
    }

    private Steps checkpoint() {
        try {
            return run.triggerCheckpoint();
        } catch (IllegalStateException e) {
            return run.step(); // one is under way
        }
    }
}
