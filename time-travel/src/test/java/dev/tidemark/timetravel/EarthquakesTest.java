package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EarthquakesTest {
    record Quake(String id, Instant time, Instant updated, String net, double mag) {}

    @Test
    void smoke() {
        var quakes = Trace.csv("../notebooks/data/earthquakes.csv", Quake.class)
                .eventTime(Quake::time)
                .arrival(Quake::updated)
                .partitionBy(Quake::net);
        var pipeline = Pipeline.create("strongest quake per network and six hours");
        Collected<Pane<String, Quake>> strongest = pipeline.source(
                        "quakes",
                        quakes,
                        Watermarks.outOfOrder(Duration.ofMinutes(30)).idleAfter(Duration.ofHours(2)))
                .keyBy(Quake::net)
                .window(TumblingWindows.of(Duration.ofHours(6)))
                .allowedLateness(Duration.ofHours(1))
                .maxBy(Quake::mag)
                .name("strongest per net")
                .panes()
                .collect("strongest");
        var run = TimeTravel.start(pipeline, options -> options.parallelism(2).seed(7));
        System.out.println(run.step(5));
        System.out.println(run.stepWatermark());
        System.out.println(run.whyNotFired("strongest per net", "ak", "2018-01-31T00:00:00Z"));
        System.out.println(run.runToWatermark("2018-02-01T06:00:00Z"));
        System.out.println(run);
        run.windows("strongest per net").forEach(System.out::println);
        run.watermarks().forEach(System.out::println);
        System.out.println(run.whyNotFired("strongest per net", "ci", "2018-02-01T06:00:00Z"));
        System.out.println(run.whyNotFired("strongest per net", "ci", "2018-02-01T00:00:00Z"));
        long at = run.stepNumber();
        String digest = run.contentDigest();
        run.back(10);
        run.seek(at / 2);
        run.seek(at);
        assertThat(run.contentDigest()).isEqualTo(digest);
        var checkpoint = run.checkpoint();
        System.out.println(checkpoint);
        run.fail("strongest per net", 0);
        run.restore(checkpoint);
        long t0 = System.nanoTime();
        var end = run.runToEnd();
        System.out.println(end.count() + " steps " + (System.nanoTime() - t0) / 1e6 + " ms; dropped "
                + run.droppedLate("strongest per net") + " results "
                + run.output(strongest).size());
        System.out.println(run.branches());
        t0 = System.nanoTime();
        run.seek(run.lastStep() / 2);
        System.out.println((System.nanoTime() - t0) / 1e6 + " ms");
    }
}
