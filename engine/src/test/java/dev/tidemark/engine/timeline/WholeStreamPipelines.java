package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.AllWindowedStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.WindowResult;
import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessAllWindowFunction;
import dev.tidemark.engine.function.ProcessWindowFunction.Context;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Windows over a whole stream, whatever its keys. */
final class WholeStreamPipelines {
    private static final OutputTag<Reading> LATE = OutputTag.of("late", Reading.class);

    private WholeStreamPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("whole stream, tumbling 10", () -> time(windows -> windows.process(new Everything())));
        pipelines.put("whole stream, count window 3", () -> count(stream -> stream.countWindowAll(3)));
        pipelines.put("whole stream, count window 3 by 2", () -> count(stream -> stream.countWindowAll(3, 2)));
        pipelines.put("whole stream, sum of tumbling 10 in panes", WholeStreamPipelines::panes);
        pipelines.put(
                "whole stream, reduced",
                () -> time(windows -> windows.reduce((left, right) -> add(left, right), new Everything())));
        pipelines.put(
                "whole stream, count 2, keeps 3",
                () -> time(windows -> windows.trigger(CountTrigger.of(2))
                        .evictor(CountEvictor.of(3))
                        .process(new Everything())));
        pipelines.put("whole stream, sessions 5 late side output", WholeStreamPipelines::late);
    }

    private static Reading add(Reading left, Reading right) {
        return new Reading(left.key() + right.key(), left.value() + right.value());
    }

    private static DataStream<Reading> in(Pipeline pipeline) {
        return pipeline.source("in", Reading.class, Watermarks.byHand());
    }

    private static Pipeline time(Function<AllWindowedStream<Reading, TimeWindow>, WindowResult<String, Total>> what) {
        Pipeline pipeline = Pipeline.create("whole stream");
        what.apply(in(pipeline).windowAll(TumblingWindows.of(ms(10))))
                .name("window")
                .collect("out");
        return pipeline;
    }

    private static Pipeline count(Function<DataStream<Reading>, AllWindowedStream<Reading, GlobalWindow>> windows) {
        Pipeline pipeline = Pipeline.create("whole stream");
        windows.apply(in(pipeline)).process(new Everything()).name("window").collect("out");
        return pipeline;
    }

    private static Pipeline panes() {
        Pipeline pipeline = Pipeline.create("whole stream");
        in(pipeline)
                .windowAll(TumblingWindows.of(ms(10)))
                .allowedLateness(ms(5))
                .sumLong(Reading::value)
                .name("window")
                .panes()
                .collect("out");
        return pipeline;
    }

    private static Pipeline late() {
        Pipeline pipeline = Pipeline.create("whole stream");
        var windows = in(pipeline)
                .windowAll(SessionWindows.withGap(ms(5)))
                .sideOutputLateData(LATE)
                .process(new Everything())
                .name("window");
        windows.collect("out");
        windows.sideOutput(LATE).collect("left over");
        return pipeline;
    }

    /** The keys and values of a window. */
    static final class Everything implements ProcessAllWindowFunction<Reading, Total, Window> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Context<Window> context, Iterable<Reading> elements, Output<Total> out) {
            StringBuilder keys = new StringBuilder();
            List<Long> values = new ArrayList<>();
            elements.forEach(each -> {
                keys.append(each.key());
                values.add(each.value());
            });
            out.collect(new Total(keys.toString(), values));
        }
    }
}
