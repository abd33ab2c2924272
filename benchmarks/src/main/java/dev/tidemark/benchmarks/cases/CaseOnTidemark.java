package dev.tidemark.benchmarks.cases;

import dev.tidemark.benchmarks.program.TidemarkProgram;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.util.OptionalLong;

/** One case on Tidemark. */
record CaseOnTidemark() implements TidemarkProgram {
    @Override
    public DataStream<CaseResult> build(Pipeline pipeline, long number) {
        Trace<Entry> trace = Trace.of(Case.entries(number), Entry.class).eventTimeMillis(Entry::time);
        Watermarks<Entry> atMarks =
                Watermarks.punctuated((entry, time) -> entry.mark() ? OptionalLong.of(time) : OptionalLong.empty());
        ProcessWindowFunction<Entry, CaseResult, String, TimeWindow> report = (key, context, entries, out) ->
                out.collect(CaseResult.fired(key, context.window().end(), entries));
        OutputTag<Entry> late = OutputTag.of("late", Entry.class);
        DataStream<CaseResult> fired = pipeline.source("entries", trace, atMarks)
                .filter(entry -> !entry.mark())
                .keyBy(Entry::key)
                .window(TumblingWindows.of(Duration.ofMillis(Case.WINDOW_MILLIS)))
                .allowedLateness(Duration.ofMillis(Case.LATENESS_MILLIS))
                .sideOutputLateData(late)
                .process(report)
                .returns(CaseResult.class);
        return fired.union(fired.sideOutput(late).map(CaseResult::late));
    }
}
