package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.fired;
import static dev.tidemark.engine.timeline.WindowPipelines.keyed;
import static dev.tidemark.engine.timeline.WindowPipelines.ms;
import static dev.tidemark.engine.timeline.WindowPipelines.same;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.DeltaTrigger;
import dev.tidemark.engine.trigger.EndOfStreamTrigger;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.NeverTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeoutTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.GlobalWindows;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Windows with triggers other than the default one. */
final class TriggerPipelines {
    private TriggerPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put(
                "sliding 10 by 5 count 1", () -> fired(SlidingWindows.of(ms(10), ms(5)), with(CountTrigger.of(1), 0)));
        pipelines.put("tumbling 10 count 2", () -> tumbling(CountTrigger.of(2), 0));
        pipelines.put("tumbling 10 purging count 2", () -> tumbling(PurgingTrigger.of(CountTrigger.of(2)), 0));
        pipelines.put("tumbling 10 purging lateness 10", () -> tumbling(PurgingTrigger.of(new EventTimeTrigger()), 10));
        pipelines.put("tumbling 10 continuous 4", () -> tumbling(ContinuousEventTimeTrigger.every(ms(4)), 0));
        pipelines.put(
                "tumbling 10 continuous 4 of processing time",
                () -> tumbling(ContinuousProcessingTimeTrigger.every(ms(4)), 0));
        pipelines.put("tumbling 10 trigger of processing time", () -> tumbling(new ProcessingTimeTrigger(), 0));
        pipelines.put(
                "tumbling 10 of processing time continuous 4",
                () -> fired(
                        TumblingWindows.of(ms(10)).inProcessingTime(),
                        with(ContinuousProcessingTimeTrigger.every(ms(4)), 0)));
        pipelines.put("sessions 5 count 2", () -> fired(SessionWindows.withGap(ms(5)), with(CountTrigger.of(2), 0)));
        pipelines.put(
                "sessions 5 continuous 4",
                () -> fired(SessionWindows.withGap(ms(5)), with(ContinuousEventTimeTrigger.every(ms(4)), 0)));
        pipelines.put("count window 3", TriggerPipelines::countWindow);
        pipelines.put("tumbling 10 delta 3", () -> tumbling(delta(), 0));
        pipelines.put("tumbling 10 purging delta 3", () -> tumbling(PurgingTrigger.of(delta()), 0));
        pipelines.put(
                "tumbling 100 count 3 timeout 5",
                () -> fired(TumblingWindows.of(ms(100)), with(timeout(false, true), 0)));
        pipelines.put(
                "tumbling 100 count 3 timeout 5 reset",
                () -> fired(TumblingWindows.of(ms(100)), with(timeout(true, true), 0)));
        pipelines.put(
                "tumbling 100 count 3 timeout 5 not cleared",
                () -> fired(TumblingWindows.of(ms(100)), with(timeout(false, false), 0)));
        pipelines.put(
                "tumbling 10 purging count 3 timeout 5",
                () -> tumbling(ProcessingTimeoutTrigger.of(PurgingTrigger.of(CountTrigger.of(3)), ms(5)), 0));
        pipelines.put(
                "tumbling 10 event time timeout 50 lateness 5",
                () -> tumbling(ProcessingTimeoutTrigger.of(new EventTimeTrigger(), ms(50)), 5));
        addInsideTimeouts(pipelines);
        addMerging(pipelines);
        pipelines.put(
                "tumbling 10 continuous 4 lateness 5", () -> tumbling(ContinuousEventTimeTrigger.every(ms(4)), 5));
        pipelines.put("windows of ten that count to 2", () -> fired(new CountedTens(), same()));
        pipelines.put("global, at the end", TriggerPipelines::atTheEnd);
        pipelines.put("global", () -> global(UnaryOperator.identity()));
        pipelines.put("global count 2", () -> global(windows -> windows.trigger(CountTrigger.of(2))));
    }

    /** Every built-in trigger inside a time-out, which tells what it forgets when it is cleared. */
    private static void addInsideTimeouts(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put(
                "tumbling 20 continuous 4 timeout 3 lateness 5",
                () -> fired(
                        TumblingWindows.of(ms(20)),
                        with(ProcessingTimeoutTrigger.of(ContinuousEventTimeTrigger.every(ms(4)), ms(3)), 5)));
        pipelines.put(
                "tumbling 20 of processing time continuous 4 timeout 2",
                () -> fired(
                        TumblingWindows.of(ms(20)).inProcessingTime(),
                        with(ProcessingTimeoutTrigger.of(ContinuousProcessingTimeTrigger.every(ms(4)), ms(2)), 0)));
        pipelines.put("tumbling 10 delta 3 timeout 5", () -> tumbling(ProcessingTimeoutTrigger.of(delta(), ms(5)), 0));
        pipelines.put(
                "tumbling 10 trigger of processing time timeout 3",
                () -> tumbling(ProcessingTimeoutTrigger.of(new ProcessingTimeTrigger(), ms(3)), 0));
        pipelines.put(
                "tumbling 10 never, timeout 5 reset",
                () -> tumbling(ProcessingTimeoutTrigger.of(new NeverTrigger<>(), ms(5), true, true), 0));
        pipelines.put(
                "global, at the end, timeout 5",
                () -> global(windows -> windows.trigger(ProcessingTimeoutTrigger.of(new EndOfStreamTrigger(), ms(5)))));
    }

    private static void addMerging(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("sessions 5 purging count 3", () -> sessions(PurgingTrigger.of(CountTrigger.of(3)), 0));
        pipelines.put(
                "sessions 5 of processing time continuous 4",
                () -> fired(
                        SessionWindows.withGap(ms(5)).inProcessingTime(),
                        with(ContinuousProcessingTimeTrigger.every(ms(4)), 0)));
        pipelines.put("sessions 5 never", () -> sessions(new NeverTrigger<>(), 0));
        pipelines.put("sessions 5 lateness 5, some heeded", () -> sessions(new SomeHeeded(new EventTimeTrigger()), 5));
        pipelines.put(
                "sessions 5 trigger of processing time, some heeded",
                () -> sessions(new SomeHeeded(new ProcessingTimeTrigger()), 0));
    }

    private static Pipeline sessions(Trigger<? super Reading, ? super TimeWindow> trigger, long lateness) {
        return fired(SessionWindows.withGap(ms(5)), with(trigger, lateness));
    }

    private static UnaryOperator<WindowedStream<Reading, String, TimeWindow>> with(
            Trigger<? super Reading, ? super TimeWindow> trigger, long lateness) {
        return windows -> windows.trigger(trigger).allowedLateness(ms(lateness));
    }

    private static Pipeline tumbling(Trigger<? super Reading, ? super TimeWindow> trigger, long lateness) {
        return fired(TumblingWindows.of(ms(10)), with(trigger, lateness));
    }

    private static DeltaTrigger<Reading, TimeWindow> delta() {
        return DeltaTrigger.of(3, (older, newer) -> Math.abs(newer.value() - older.value()), Reading.class);
    }

    private static Trigger<Object, TimeWindow> timeout(boolean reset, boolean clear) {
        return ProcessingTimeoutTrigger.of(CountTrigger.of(3), ms(5), reset, clear);
    }

    private static Pipeline atTheEnd() {
        Pipeline pipeline = Pipeline.create("global windows");
        keyed(pipeline)
                .window(GlobalWindows.createWithEndOfStreamTrigger())
                .sumLong(Reading::value)
                .name("window")
                .panes()
                .collect("out");
        return pipeline;
    }

    private static Pipeline countWindow() {
        Pipeline pipeline = Pipeline.create("count windows");
        keyed(pipeline)
                .countWindow(3)
                .process(new Total.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline global(UnaryOperator<WindowedStream<Reading, String, GlobalWindow>> with) {
        Pipeline pipeline = Pipeline.create("global windows");
        with.apply(keyed(pipeline).window(GlobalWindows.create()))
                .process(new Total.Function())
                .name("window")
                .collect("out");
        return pipeline;
    }
}
