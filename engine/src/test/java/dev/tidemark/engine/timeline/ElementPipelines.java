package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.keyed;
import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.state.StateTtl;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Elements one by one: timers, every kind of state, rolling results, side outputs, unions. */
final class ElementPipelines {
    private static final OutputTag<Reading> ODD = OutputTag.of("odd", Reading.class);

    private ElementPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("timers", () -> timers(Watermarks.byHand()));
        pipelines.put("every state", ElementPipelines::everyState);
        StateTtl hundred = StateTtl.of(ms(100));
        pipelines.put("state for 100", () -> aging(hundred));
        pipelines.put("state for 100, also since read", () -> aging(hundred.updatedOnReadAndWrite()));
        pipelines.put("state for 100, seen once more", () -> aging(hundred.returningExpiredIfNotCleanedUp()));
        pipelines.put(
                "state for 100, also since read, seen once more",
                () -> aging(hundred.updatedOnReadAndWrite().returningExpiredIfNotCleanedUp()));
        pipelines.put("state for ever", () -> aging(StateTtl.DISABLED));
        pipelines.put("state for a very long time", () -> aging(StateTtl.of(ms(Long.MAX_VALUE))));
        pipelines.put("rich functions", ElementPipelines::rich);
        pipelines.put("rolling aggregates", ElementPipelines::rollingAggregates);
        pipelines.put("rolling sum", ElementPipelines::rollingSum);
        pipelines.put("rolling largest", () -> rollingBy(keyed -> keyed.maxBy(Timers.Ask::time)));
        pipelines.put("rolling largest, the last", () -> rollingBy(keyed -> keyed.maxBy(Timers.Ask::time, false)));
        pipelines.put("rolling smallest", () -> rollingBy(keyed -> keyed.minBy(Timers.Ask::time)));
        pipelines.put("rolling smallest, the last", () -> rollingBy(keyed -> keyed.minBy(Timers.Ask::time, false)));
        pipelines.put("odd ones aside", ElementPipelines::oddAside);
        pipelines.put("map filter flat map", ElementPipelines::mapFilterFlatMap);
        pipelines.put("union", ElementPipelines::union);
    }

    private static Pipeline timers(Watermarks<Timers.Ask> watermarks) {
        Pipeline pipeline = Pipeline.create("timers");
        pipeline.source("in", Timers.Ask.class, watermarks)
                .keyBy(Timers.Ask::key)
                .process(new Timers())
                .name("timers")
                .collect("out");
        return pipeline;
    }

    private static Pipeline everyState() {
        Pipeline pipeline = Pipeline.create("every state");
        keyed(pipeline).process(new EveryState()).name("states").collect("out");
        return pipeline;
    }

    private static Pipeline aging(StateTtl ttl) {
        Pipeline pipeline = Pipeline.create("aging");
        pipeline.source("in", Aging.Touch.class, Watermarks.byHand())
                .keyBy(Aging.Touch::key)
                .process(new Aging(ttl))
                .name("aging")
                .collect("out");
        return pipeline;
    }

    /** The first of each key, numbered by key, with where that happened. */
    private static Pipeline rich() {
        Pipeline pipeline = Pipeline.create("rich functions");
        keyed(pipeline)
                .filter(new Rich.FirstOfEach())
                .name("first")
                .keyBy(Reading::key)
                .map(new Rich.Numbered())
                .name("numbered")
                .keyBy(Reading::key)
                .flatMap(new Rich.Pairs())
                .name("pairs")
                .collect("out");
        return pipeline;
    }

    private static Pipeline rollingAggregates() {
        Pipeline pipeline = Pipeline.create("rolling aggregates");
        var readings = keyed(pipeline);
        readings.sum(Reading::value, ElementPipelines::with).name("sum").collect("sums");
        readings.max(Reading::value, ElementPipelines::with).name("max").collect("largest");
        readings.min(Reading::value, ElementPipelines::with).name("min").collect("smallest");
        return pipeline;
    }

    private static Reading with(Reading reading, long value) {
        return new Reading(reading.key(), value);
    }

    private static Pipeline rollingSum() {
        Pipeline pipeline = Pipeline.create("rolling sum");
        keyed(pipeline)
                .reduce((left, right) -> new Reading(left.key(), left.value() + right.value()))
                .name("sum")
                .collect("out");
        return pipeline;
    }

    /** Which of two equal values stays their timestamps tell. */
    private static Pipeline rollingBy(Function<KeyedStream<Timers.Ask, String>, DataStream<Timers.Ask>> by) {
        Pipeline pipeline = Pipeline.create("rolling");
        by.apply(pipeline.source("in", Timers.Ask.class, Watermarks.byHand()).keyBy(Timers.Ask::key))
                .name("rolling")
                .collect("out");
        return pipeline;
    }

    private static Pipeline oddAside() {
        Pipeline pipeline = Pipeline.create("odd ones aside");
        DataStream<Reading> even = pipeline.source("in", Reading.class, Watermarks.byHand())
                .process(new OddAside())
                .name("sort");
        even.collect("even");
        even.sideOutput(ODD).collect("odd");
        return pipeline;
    }

    /** Puts odd values aside. */
    static final class OddAside extends ProcessFunction<Reading, Reading> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Reading value, Context context, Output<Reading> out) {
            if (value.value() % 2 == 0) {
                out.collect(value);
            } else {
                context.output(ODD, value);
            }
        }
    }

    private static Pipeline mapFilterFlatMap() {
        Pipeline pipeline = Pipeline.create("map filter flat map");
        pipeline.source("in", Reading.class, Watermarks.byHand())
                .map(each -> new Reading(each.key(), each.value() + 1))
                .filter(each -> each.value() > 1)
                .flatMap((Reading each, Output<Reading> out) -> {
                    for (long i = 0; i < each.value(); i++) {
                        out.collect(new Reading(each.key(), i));
                    }
                })
                .returns(Reading.class)
                .collect("out");
        return pipeline;
    }

    private static Pipeline union() {
        Pipeline pipeline = Pipeline.create("union");
        DataStream<Reading> left = pipeline.source("left", Reading.class, Watermarks.byHand());
        DataStream<Reading> right = pipeline.source("right", Reading.class, Watermarks.byHand());
        left.union(right)
                .keyBy(Reading::key)
                .window(TumblingWindows.of(ms(10)))
                .process(new Fired.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }
}
