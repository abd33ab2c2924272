package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Strategies of watermarks, seen through windows of a second or through what an element finds. */
final class WatermarkPipelines {
    private WatermarkPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("bounded 5", () -> windows(Watermarks.outOfOrder(ms(5)), "0"));
        pipelines.put("monotonous", () -> windows(Watermarks.monotonous(), "0"));
        pipelines.put(
                "bounded 5 per event",
                () -> windows(Watermarks.<Reading>outOfOrder(ms(5)).perEvent(), "0"));
        pipelines.put(
                "bounded 5 every 50",
                () -> windows(Watermarks.<Reading>outOfOrder(ms(5)).every(ms(50)), "0"));
        pipelines.put("punctuated", () -> windows(Watermarks.punctuated(WatermarkPipelines::mark), "0"));
        pipelines.put("two partitions", () -> windows(Watermarks.byHand(), "p", "q"));
        pipelines.put(
                "two partitions idle after 1000",
                () -> windows(Watermarks.<Reading>monotonous().idleAfter(ms(1000)), "p", "q"));
        pipelines.put(
                "assigned, bounded 5",
                () -> assigned(stream -> stream.assignTimestampsAndWatermarks(
                        Watermarks.outOfOrder(ms(5)), each -> Instant.ofEpochMilli(each.value()))));
        pipelines.put(
                "assigned, none", () -> assigned(stream -> stream.assignTimestampsAndWatermarks(Watermarks.none())));
        pipelines.put(
                "assigned, punctuated",
                () -> assigned(stream ->
                        stream.assignTimestampsAndWatermarks(Watermarks.punctuated(WatermarkPipelines::mark))));
        pipelines.put("assigned from the time before", WatermarkPipelines::fromTheTimeBefore);
        pipelines.put(
                "assigned on the left",
                () -> assignedLeft(Watermarks.<Reading>outOfOrder(ms(5)).perEvent()));
        pipelines.put(
                "assigned on the left, idle after 1000",
                () -> assignedLeft(Watermarks.<Reading>outOfOrder(ms(5)).idleAfter(ms(1000))));
        pipelines.put("aligned sources", WatermarkPipelines::aligned);
        pipelines.put("aligned partitions", () -> {
            Pipeline pipeline = Pipeline.create("alignment");
            pipeline.source("in", Source.byHand(Reading.class).partitions("p", "q"), together())
                    .collect("out");
            return pipeline;
        });
        pipelines.put("full before it is idle", WatermarkPipelines::fullBeforeIdle);
        pipelines.put("watermark seen", () -> seen(Watermarks.byHand(), "0"));
        pipelines.put(
                "watermark seen, per event",
                () -> seen(Watermarks.<Reading>outOfOrder(ms(5)).perEvent(), "0"));
        pipelines.put("watermark seen, two partitions", () -> seen(Watermarks.byHand(), "p", "q"));
    }

    private static Watermarks<Reading> together() {
        return Watermarks.<Reading>byHand().alignment("g", ms(10), ms(100));
    }

    private static Pipeline aligned() {
        Pipeline pipeline = Pipeline.create("alignment");
        pipeline.source("left", Reading.class, together()).collect("out left");
        pipeline.source("right", Reading.class, together()).collect("out right");
        return pipeline;
    }

    /** What left reads is asked about, one by one; right only moves the watermark. */
    private static Pipeline fullBeforeIdle() {
        Pipeline pipeline = Pipeline.create("full");
        DataStream<Reading> left = pipeline.source(
                        "left", Reading.class, Watermarks.<Reading>monotonous().idleAfter(ms(1000)))
                .async(new AsyncPipelines.Ask())
                .latency((each, draw) -> ms(each.value()))
                .capacity(1)
                .ordered();
        left.union(pipeline.source("right", Reading.class, Watermarks.byHand()))
                .keyBy(Reading::key)
                .window(TumblingWindows.of(ms(10)))
                .process(new Fired.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    /** A hundred and more is a watermark. */
    private static OptionalLong mark(Reading event, long timestamp) {
        return event.value() >= 100 ? OptionalLong.of(timestamp) : OptionalLong.empty();
    }

    private static Pipeline windows(Watermarks<Reading> watermarks, String... partitions) {
        Pipeline pipeline = Pipeline.create("watermarks");
        pipeline.source("in", Source.byHand(Reading.class).partitions(partitions), watermarks)
                .keyBy(Reading::key)
                .window(TumblingWindows.of(ms(10)))
                .process(new Fired.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    /** A subtask without elements has no watermark; so there is one. */
    private static Pipeline assigned(UnaryOperator<DataStream<Reading>> assign) {
        Pipeline pipeline = Pipeline.create("watermarks");
        assign.apply(pipeline.source("in", Reading.class, Watermarks.byHand()))
                .name("assigned")
                .parallelism(1)
                .keyBy(Reading::key)
                .window(TumblingWindows.of(ms(10)))
                .process(new Fired.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline fromTheTimeBefore() {
        Pipeline pipeline = Pipeline.create("watermarks");
        pipeline.source("in", Timers.Ask.class, Watermarks.byHand())
                .assignTimestampsAndWatermarks(
                        Watermarks.<Timers.Ask>outOfOrder(ms(5)).perEvent(),
                        (ask, previous) -> previous == Long.MIN_VALUE ? -1 : previous + ask.time())
                .parallelism(1)
                .keyBy(Timers.Ask::key)
                .process(new Timers())
                .name("timers")
                .collect("out");
        return pipeline;
    }

    private static Pipeline assignedLeft(Watermarks<Reading> watermarks) {
        Pipeline pipeline = Pipeline.create("watermarks");
        DataStream<Reading> left = pipeline.source("left", Reading.class, Watermarks.byHand());
        DataStream<Reading> right = pipeline.source("right", Reading.class, Watermarks.byHand());
        left.assignTimestampsAndWatermarks(watermarks)
                .parallelism(1)
                .union(right)
                .keyBy(Reading::key)
                .window(TumblingWindows.of(ms(10)))
                .process(new Fired.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline seen(Watermarks<Reading> watermarks, String... partitions) {
        Pipeline pipeline = Pipeline.create("watermarks");
        pipeline.source("in", Source.byHand(Reading.class).partitions(partitions), watermarks)
                .keyBy(Reading::key)
                .process(new See())
                .name("see")
                .collect("out");
        return pipeline;
    }

    /** An element and the watermark that it found. */
    record Seen(String key, long value, long watermark) {}

    /** Tells what watermark each element finds. */
    static final class See extends KeyedProcessFunction<String, Reading, Seen> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Reading value, Context<String> context, Output<Seen> out) {
            out.collect(new Seen(value.key(), value.value(), context.watermark()));
        }
    }
}
