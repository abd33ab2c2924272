package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sums by key in windows of 10 ms, over a source by hand with the partitions p and q. */
final class Sums {
    record Amount(String key, long value) {}

    private Sums() {}

    static Pipeline pipeline() {
        Pipeline pipeline = Pipeline.create("sums");
        pipeline.source("in", Source.byHand(Amount.class).partitions("p", "q"), Watermarks.byHand())
                .keyBy(Amount::key)
                .window(TumblingWindows.of(Duration.ofMillis(10)))
                .sumLong(Amount::value)
                .name("sum")
                .collect("out");
        return pipeline;
    }

    static void send(Run run, String partition, String key, long value, long millis) {
        run.send("in", partition, new Amount(key, value), Instant.ofEpochMilli(millis));
        run.settle();
    }

    static void watermark(Run run, String partition, long millis) {
        run.advanceWatermark("in", partition, Instant.ofEpochMilli(millis));
        run.settle();
    }

    static void watermark(Run run, long millis) {
        run.advanceWatermark("in", Instant.ofEpochMilli(millis));
        run.settle();
    }

    static List<Object> out(Run run) {
        return run.output("out").stream().map(each -> each.value()).toList();
    }
}
