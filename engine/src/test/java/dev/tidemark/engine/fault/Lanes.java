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

/** Amounts that are summed up by key, or go through two lanes that never meet; a negative one makes a function throw. */
final class Lanes {
    record Amount(String key, long value) {}

    private Lanes() {}

    private static long checked(Amount amount) {
        if (amount.value() < 0) {
            throw new IllegalArgumentException("below zero");
        }
        return amount.value();
    }

    /** Partition p goes to subtask 0, q to subtask 1, and so to the sink. */
    static Pipeline apart() {
        Pipeline pipeline = Pipeline.create("lanes");
        pipeline.source("in", Source.byHand(Amount.class).partitions("p", "q"), Watermarks.byHand())
                .map(Lanes::checked)
                .name("check")
                .collect("out");
        return pipeline;
    }

    /** Sums so far by key. */
    static Pipeline summed() {
        Pipeline pipeline = Pipeline.create("sums");
        pipeline.source("in", Source.byHand(Amount.class).partitions("p", "q"), Watermarks.byHand())
                .keyBy(Amount::key)
                .reduce((left, right) -> new Amount(left.key(), left.value() + checked(right)))
                .name("sum")
                .map(Amount::value)
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
        run.send("in", partition, new Amount("k", value));
        run.settle();
    }

    static List<Object> out(Run run) {
        return run.output("out").stream().map(each -> each.value()).toList();
    }
}
