package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.AsyncStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.function.ResultFuture;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls whose answers take as many milliseconds as the element's value says. */
final class AsyncPipelines {
    private AsyncPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("async ordered", () -> asks(AsyncStream::ordered));
        pipelines.put("async unordered", () -> asks(AsyncStream::unordered));
        pipelines.put(
                "async ordered, capacity 2",
                () -> asks(stream -> stream.capacity(2).ordered()));
        pipelines.put(
                "async unordered, capacity 2",
                () -> asks(stream -> stream.capacity(2).unordered()));
        pipelines.put("async ordered, watermark seen", () -> seen(AsyncStream::ordered));
        pipelines.put("async unordered, watermark seen", () -> seen(AsyncStream::unordered));
        pipelines.put("async ordered, windows", AsyncPipelines::windows);
        pipelines.put(
                "async with another result in time",
                () -> asks(stream -> stream.timeout(ms(10)).ordered()));
        pipelines.put("async, one into three, capacity 2", AsyncPipelines::oneIntoThree);
    }

    /** Answers with the element; a time-out with a value of −1. */
    static final class Ask implements AsyncFunction<Reading, Reading> {
        private static final long serialVersionUID = 1L;

        @Override
        public void asyncInvoke(Reading input, ResultFuture<Reading> result) {
            result.complete(List.of(input));
        }

        @Override
        public void timeout(Reading input, ResultFuture<Reading> result) {
            result.complete(List.of(new Reading(input.key(), -1)));
        }
    }

    private static AsyncStream<Reading, Reading> asking(DataStream<Reading> readings) {
        return readings.async(new Ask()).latency((each, draw) -> ms(each.value()));
    }

    private static Pipeline asks(Function<AsyncStream<Reading, Reading>, DataStream<Reading>> how) {
        Pipeline pipeline = Pipeline.create("async");
        how.apply(asking(pipeline.source("in", Reading.class, Watermarks.byHand())))
                .name("ask")
                .collect("out");
        return pipeline;
    }

    private static Pipeline seen(Function<AsyncStream<Reading, Reading>, DataStream<Reading>> how) {
        Pipeline pipeline = Pipeline.create("async");
        how.apply(asking(pipeline.source("in", Reading.class, Watermarks.byHand())))
                .name("ask")
                .process(new See())
                .name("see")
                .collect("out");
        return pipeline;
    }

    private static Pipeline windows() {
        Pipeline pipeline = Pipeline.create("async");
        asking(pipeline.source("in", Reading.class, Watermarks.byHand()))
                .ordered()
                .name("ask")
                .keyBy(Reading::key)
                .window(TumblingWindows.of(ms(10)))
                .process(new Fired.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline oneIntoThree() {
        Pipeline pipeline = Pipeline.create("async");
        DataStream<Reading> three = pipeline.source("in", Reading.class, Watermarks.byHand())
                .flatMap((Reading each, Output<Reading> out) -> {
                    for (int i = 0; i < 3; i++) {
                        out.collect(new Reading(each.key(), each.value() + i));
                    }
                })
                .returns(Reading.class);
        asking(three).capacity(2).ordered().name("ask").collect("out");
        return pipeline;
    }

    /** Tells what watermark each element finds. */
    static final class See extends ProcessFunction<Reading, WatermarkPipelines.Seen> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Reading value, Context context, Output<WatermarkPipelines.Seen> out) {
            out.collect(new WatermarkPipelines.Seen(value.key(), value.value(), context.watermark()));
        }
    }
}
