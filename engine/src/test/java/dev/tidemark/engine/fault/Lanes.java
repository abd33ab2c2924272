package dev.tidemark.engine.fault;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Numbers that are summed up by key, or go through two lanes that never meet; a negative one makes a function throw. */
final class Lanes {
    record Number(String key, long value) {}

    private Lanes() {}

    private static long checked(Number number) {
        if (number.value() < 0) {
            throw new IllegalArgumentException("below zero");
        }
        return number.value();
    }

    /** Partition p goes to subtask 0, q to subtask 1, and so to the sink. */
    static Pipeline apart() {
        Pipeline pipeline = Pipeline.create("lanes");
        pipeline.source("in", Source.byHand(Number.class).partitions("p", "q"), Watermarks.byHand())
                .map(Lanes::checked)
                .name("check")
                .collect("out");
        return pipeline;
    }

    /** Sums so far by key. */
    static Pipeline summed() {
        Pipeline pipeline = Pipeline.create("sums");
        pipeline.source("in", Source.byHand(Number.class).partitions("p", "q"), Watermarks.byHand())
                .keyBy(Number::key)
                .reduce((left, right) -> new Number(left.key(), left.value() + checked(right)))
                .name("sum")
                .map(Number::value)
                .name("value")
                .collect("out");
        return pipeline;
    }

    static Simulation run(Pipeline pipeline, RestartStrategy restart) {
        return Simulation.of(pipeline, options -> options.parallelism(2)
                .startAt(Instant.EPOCH)
                .checkpoints(CheckpointOptions.every(Duration.ofSeconds(10)))
                .restart(restart));
    }

    static void send(Run run, String partition, long value) {
        run.send("in", partition, new Number("k", value));
        run.settle();
    }

    static List<Object> out(Run run) {
        return run.output("out").stream().map(each -> each.value()).toList();
    }
}
