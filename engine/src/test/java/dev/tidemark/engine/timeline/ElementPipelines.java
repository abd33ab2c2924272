package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.keyed;
import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.util.Map;
import java.util.function.Supplier;

/** Elements one by one: timers, every kind of state, rolling results, side outputs, unions. */
final class ElementPipelines {
    private static final OutputTag<Reading> ODD = OutputTag.of("odd", Reading.class);

    private ElementPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("timers", ElementPipelines::timers);
        pipelines.put("every state", ElementPipelines::everyState);
        pipelines.put("rolling sum", ElementPipelines::rollingSum);
        pipelines.put("rolling largest", ElementPipelines::rollingLargest);
        pipelines.put("odd ones aside", ElementPipelines::oddAside);
        pipelines.put("map filter flat map", ElementPipelines::mapFilterFlatMap);
        pipelines.put("union", ElementPipelines::union);
    }

    private static Pipeline timers() {
        Pipeline pipeline = Pipeline.create("timers");
        pipeline.source("in", Timers.Ask.class, Watermarks.byHand())
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

    private static Pipeline rollingSum() {
        Pipeline pipeline = Pipeline.create("rolling sum");
        keyed(pipeline)
                .reduce((left, right) -> new Reading(left.key(), left.value() + right.value()))
                .name("sum")
                .collect("out");
        return pipeline;
    }

    /** Of two equal values the first stays: their timestamps tell which. */
    private static Pipeline rollingLargest() {
        Pipeline pipeline = Pipeline.create("rolling largest");
        pipeline.source("in", Timers.Ask.class, Watermarks.byHand())
                .keyBy(Timers.Ask::key)
                .maxBy(Timers.Ask::time)
                .name("largest")
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
