package dev.tidemark.timetravel;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;

/** The pipelines of these tests. */
final class Pipelines {
    /** Clicks of a user at a second; times begin at 1970-01-01T00:00:00Z. */
    record Click(String user, long second, long count) {
        Instant time() {
            return Instant.ofEpochSecond(second);
        }
    }

    record Quake(String id, Instant time, Instant updated, String net, double mag) {}

    interface Windows {
        WindowedStream<Click, String, TimeWindow> with(WindowedStream<Click, String, TimeWindow> windows);
    }

    static final Collected<Pane<String, Long>> SUMS = new Collected<>("sums");
    static final Collected<Pane<String, Quake>> STRONGEST = new Collected<>("strongest");

    private Pipelines() {}

    static Source<Click> byHand(String... partitions) {
        return Source.byHand(Click.class).partitions(partitions).eventTime(Click::time);
    }

    /** Sums of a user's clicks in windows of ten seconds; clicks come by hand, in one partition. */
    static Pipeline sums() {
        return sums(windows -> windows);
    }

    static Pipeline sums(Windows with) {
        return sums(byHand("0"), Watermarks.byHand(), with);
    }

    static Pipeline sums(Source<Click> clicks, Watermarks<Click> watermarks, Windows with) {
        Pipeline pipeline = Pipeline.create("clicks");
        with.with(pipeline.source("clicks", clicks, watermarks)
                        .keyBy(Click::user)
                        .window(TumblingWindows.of(Duration.ofSeconds(10))))
                .sumLong(Click::count)
                .name("sum")
                .panes()
                .collect("sums");
        return pipeline;
    }

    /** The sums, written outside. */
    static Pipeline written(SinkFunction<Long> function) {
        Pipeline pipeline = Pipeline.create("clicks");
        pipeline.source("clicks", byHand("0"), Watermarks.byHand())
                .keyBy(Click::user)
                .window(TumblingWindows.of(Duration.ofSeconds(10)))
                .sumLong(Click::count)
                .name("sum")
                .sink("outside", function);
        return pipeline;
    }

    /** The first example of the notebook. */
    static Pipeline earthquakes() {
        var quakes = Trace.csv("../notebooks/data/earthquakes.csv", Quake.class)
                .eventTime(Quake::time)
                .arrival(Quake::updated)
                .partitionBy(Quake::net);
        var pipeline = Pipeline.create("strongest quake per network and six hours");
        pipeline.source(
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
        return pipeline;
    }
}
