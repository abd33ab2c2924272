package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.keyed;
import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.Aggregates;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What becomes of a window's contents: reduced or aggregated and then seen, with state per window and per key. */
final class WindowFunctionPipelines {
    private static final OutputTag<String> CLEARED = OutputTag.of("cleared", String.class);

    private WindowFunctionPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("tumbling 10 lateness 5 reduced, then seen", WindowFunctionPipelines::reduced);
        pipelines.put("sessions 5 aggregated, then seen", WindowFunctionPipelines::aggregated);
        pipelines.put(
                "tumbling 10 lateness 5, firings counted per window and per key", WindowFunctionPipelines::counted);
        pipelines.put("tumbling 10, last largest", () -> largest(false));
        pipelines.put("tumbling 10, first largest", () -> largest(true));
        pipelines.put("tumbling 10, last smallest", () -> smallest(false));
        pipelines.put("tumbling 10, first smallest", () -> smallest(true));
    }

    private static Pipeline reduced() {
        Pipeline pipeline = Pipeline.create("window functions");
        keyed(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .allowedLateness(ms(5))
                .reduce(
                        (left, right) -> new Reading(left.key(), left.value() * 10 + right.value()),
                        new Fired.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline aggregated() {
        Pipeline pipeline = Pipeline.create("window functions");
        keyed(pipeline)
                .window(SessionWindows.withGap(ms(5)))
                .aggregate(new Aggregates.SumLong<Reading>(Reading::value), new Sum())
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline counted() {
        Pipeline pipeline = Pipeline.create("window functions");
        DataStream<Firings> counted = keyed(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .allowedLateness(ms(5))
                .process(new Counted())
                .name("window");
        counted.collect("out");
        counted.sideOutput(CLEARED).collect("cleared");
        return pipeline;
    }

    private static Pipeline largest(boolean first) {
        Pipeline pipeline = Pipeline.create("window functions");
        pipeline.source("in", Timers.Ask.class, Watermarks.byHand())
                .keyBy(Timers.Ask::key)
                .window(TumblingWindows.of(ms(10)))
                .maxBy(Timers.Ask::time, first)
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline smallest(boolean first) {
        Pipeline pipeline = Pipeline.create("window functions");
        pipeline.source("in", Timers.Ask.class, Watermarks.byHand())
                .keyBy(Timers.Ask::key)
                .window(TumblingWindows.of(ms(10)))
                .minBy(Timers.Ask::time, first)
                .name("window")
                .collect("out");
        return pipeline;
    }

    /** How often a window has fired, and all windows of its key so far. */
    record Firings(String key, long ofWindow, long ofKey) {}

    /** A sum with its window. */
    static final class Sum implements ProcessWindowFunction<Long, Fired, String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context<TimeWindow> context, Iterable<Long> elements, Output<Fired> out) {
            elements.forEach(sum -> out.collect(
                    new Fired(key, context.window().start(), context.window().end(), List.of(sum))));
        }
    }

    /** Counts firings in per-window and in global state; the per-window one is cleared with its window. */
    static final class Counted implements ProcessWindowFunction<Reading, Firings, String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context<TimeWindow> context, Iterable<Reading> elements, Output<Firings> out) {
            var ofWindow = context.windowState().reducing("firings", Long.class, Long::sum);
            var ofKey = context.globalState().reducing("firings", Long.class, Long::sum);
            ofWindow.add(1L);
            ofKey.add(1L);
            out.collect(
                    new Firings(key, Objects.requireNonNull(ofWindow.value()), Objects.requireNonNull(ofKey.value())));
        }

        @Override
        public void clear(Context<TimeWindow> context) {
            var ofWindow = context.windowState().reducing("firings", Long.class, Long::sum);
            context.output(CLEARED, context.window().interval() + " fired " + ofWindow.value() + " times");
            ofWindow.clear();
        }
    }
}
