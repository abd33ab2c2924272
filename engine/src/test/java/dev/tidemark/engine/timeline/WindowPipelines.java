package dev.tidemark.engine.timeline;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Windows over one source by hand with one partition; the sink is {@code out}, the operator {@code window}. */
final class WindowPipelines {
    private static final OutputTag<Reading> LATE = OutputTag.of("late", Reading.class);

    private WindowPipelines() {}

    static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("tumbling 10", () -> fired(TumblingWindows.of(ms(10)), same()));
        pipelines.put(
                "tumbling 10 offset 3", () -> fired(TumblingWindows.of(ms(10)).offset(ms(3)), same()));
        pipelines.put("tumbling 10 lateness 5", () -> fired(TumblingWindows.of(ms(10)), lateness(5)));
        pipelines.put(
                "tumbling 10 of processing time",
                () -> fired(TumblingWindows.of(ms(10)).inProcessingTime(), same()));
        pipelines.put("tumbling 10 late side output", () -> late(TumblingWindows.of(ms(10)), 0));
        pipelines.put("tumbling 10 panes lateness 5", WindowPipelines::panes);
        pipelines.put("tumbling 10 into tumbling 10", () -> twice(0));
        pipelines.put("tumbling 10 into tumbling 10 lateness 1", () -> twice(1));
        pipelines.put("sliding 10 by 5", () -> fired(SlidingWindows.of(ms(10), ms(5)), same()));
        pipelines.put("sliding 10 by 4", () -> fired(SlidingWindows.of(ms(10), ms(4)), same()));
        pipelines.put("sliding 5 by 10", () -> fired(SlidingWindows.of(ms(5), ms(10)), same()));
        pipelines.put("sliding 5 by 10 late side output", () -> late(SlidingWindows.of(ms(5), ms(10)), 0));
        pipelines.put("sliding 10 by 5 late side output", () -> late(SlidingWindows.of(ms(10), ms(5)), 0));
        pipelines.put("sessions 5", () -> fired(SessionWindows.withGap(ms(5)), same()));
        pipelines.put("sessions 5 late side output", () -> late(SessionWindows.withGap(ms(5)), 0));
        pipelines.put("sessions 5 lateness 10", () -> fired(SessionWindows.withGap(ms(5)), lateness(10)));
        pipelines.put("sessions 5 panes lateness 10", WindowPipelines::sessionPanes);
        pipelines.put(
                "sliding 10 by 5 offset 2",
                () -> fired(SlidingWindows.of(ms(10), ms(5)).offset(ms(2)), same()));
        pipelines.put(
                "sliding 10 by 5 offset -2",
                () -> fired(SlidingWindows.of(ms(10), ms(5)).offset(ms(-2)), same()));
        pipelines.put(
                "tumbling 10 offset -3", () -> fired(TumblingWindows.of(ms(10)).offset(ms(-3)), same()));
        pipelines.put(
                "tumbling 10 offset 3 of processing time",
                () -> fired(TumblingWindows.of(ms(10)).offset(ms(3)).inProcessingTime(), same()));
        pipelines.put(
                "sliding 10 by 5 offset 2 of processing time",
                () -> fired(SlidingWindows.of(ms(10), ms(5)).offset(ms(2)).inProcessingTime(), same()));
        pipelines.put(
                "sessions with the value as gap",
                () -> fired(SessionWindows.withDynamicGap((Reading each) -> ms(each.value())), same()));
        pipelines.put(
                "sessions with the value as gap of processing time",
                () -> fired(
                        SessionWindows.withDynamicGap((Reading each) -> ms(each.value()))
                                .inProcessingTime(),
                        same()));
        pipelines.put(
                "tumbling 10 lateness forever", () -> fired(TumblingWindows.of(ms(10)), lateness(Long.MAX_VALUE)));
        pipelines.put(
                "sessions 5 of processing time",
                () -> fired(SessionWindows.withGap(ms(5)).inProcessingTime(), same()));
    }

    static KeyedStream<Reading, String> keyed(Pipeline pipeline) {
        return pipeline.source("in", Reading.class, Watermarks.byHand()).keyBy(Reading::key);
    }

    static UnaryOperator<WindowedStream<Reading, String, TimeWindow>> same() {
        return windows -> windows;
    }

    private static UnaryOperator<WindowedStream<Reading, String, TimeWindow>> lateness(long millis) {
        return windows -> windows.allowedLateness(ms(millis));
    }

    /** What each firing held. */
    static Pipeline fired(
            WindowAssigner<? super Reading, TimeWindow> assigner,
            UnaryOperator<WindowedStream<Reading, String, TimeWindow>> with) {
        Pipeline pipeline = Pipeline.create("windows");
        with.apply(keyed(pipeline).<TimeWindow>window(assigner))
                .process(new Fired.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline late(WindowAssigner<? super Reading, TimeWindow> assigner, long lateness) {
        Pipeline pipeline = Pipeline.create("windows");
        DataStream<Fired> fired = keyed(pipeline)
                .<TimeWindow>window(assigner)
                .allowedLateness(ms(lateness))
                .sideOutputLateData(LATE)
                .process(new Fired.Function())
                .name("window");
        fired.collect("out");
        fired.sideOutput(LATE).collect("left over");
        return pipeline;
    }

    private static Pipeline panes() {
        Pipeline pipeline = Pipeline.create("windows");
        keyed(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .allowedLateness(ms(5))
                .sumLong(Reading::value)
                .name("window")
                .panes()
                .collect("out");
        return pipeline;
    }

    private static Pipeline sessionPanes() {
        Pipeline pipeline = Pipeline.create("windows");
        keyed(pipeline)
                .window(SessionWindows.withGap(ms(5)))
                .allowedLateness(ms(10))
                .sumLong(Reading::value)
                .name("window")
                .panes()
                .collect("out");
        return pipeline;
    }

    private static Pipeline twice(long lateness) {
        Pipeline pipeline = Pipeline.create("windows");
        keyed(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .allowedLateness(ms(5))
                .process(new Fired.Function())
                .name("first")
                .keyBy(Fired::key)
                .window(TumblingWindows.of(ms(10)))
                .allowedLateness(ms(lateness))
                .count()
                .name("second")
                .panes()
                .collect("out");
        return pipeline;
    }
}
