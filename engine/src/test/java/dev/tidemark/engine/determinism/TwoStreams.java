package dev.tidemark.engine.determinism;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.time.Watermarks;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Random elements and watermarks for the sources {@code left} and {@code right}, each seen by the engine and by an oracle. */
final class TwoStreams {
    static final List<String> SIDES = List.of("left", "right");

    /** An element: {@code value} is never 0. */
    record Amount(String key, long value) {}

    /** What is compared with the engine. */
    interface Oracle {
        void element(int side, String key, long value, long timestamp);

        /** The lower of both sources' watermarks rose. */
        void watermark(long to);
    }

    private TwoStreams() {}

    /** One of the two sources of a pipeline. */
    static DataStream<Amount> side(Pipeline pipeline, String name) {
        return pipeline.source(name, Amount.class, Watermarks.byHand());
    }

    /** A run over the elements of a seed, until its end. */
    static Simulation play(long seed, Pipeline pipeline, Oracle oracle) {
        Simulation run = Simulation.of(
                pipeline, options -> options.parallelism(1 + (int) (seed % 3)).seed(seed));
        Random random = new Random(~seed);
        long[] watermarks = {Long.MIN_VALUE, Long.MIN_VALUE};
        long ahead = -50;
        for (int i = 1; i <= 100; i++) {
            int side = random.nextInt(2);
            ahead += random.nextLong(3);
            if (random.nextInt(4) == 0) {
                long before = Math.min(watermarks[0], watermarks[1]);
                watermarks[side] = Math.max(watermarks[side], ahead + random.nextLong(-10, 5));
                run.advanceWatermark(SIDES.get(side), Instant.ofEpochMilli(watermarks[side]));
                run.settle();
                long after = Math.min(watermarks[0], watermarks[1]);
                if (after > before) {
                    oracle.watermark(after);
                }
            } else {
                String key = "k" + random.nextInt(3);
                long timestamp = ahead + random.nextLong(-15, 15);
                run.send(SIDES.get(side), new Amount(key, i), Instant.ofEpochMilli(timestamp));
                run.settle();
                oracle.element(side, key, i, timestamp);
            }
        }
        SIDES.forEach(run::finish);
        run.settle();
        oracle.watermark(Long.MAX_VALUE);
        return run;
    }
}
