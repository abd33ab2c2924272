package dev.tidemark.engine.determinism;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;

/** Windows of several keys that fire at one watermark, in more than one subtask. */
final class OrderedResults {
    private OrderedResults() {}

    static Pipeline pipeline() {
        Pipeline pipeline = Pipeline.create("orders");
        Trace<RandomPipelines.Hit> trace = Trace.generate(
                        12, RandomPipelines.Hit.class, i -> new RandomPipelines.Hit("k" + i % 6, i, i))
                .eventTime(RandomPipelines.Hit::time);
        pipeline.source("in", trace, Watermarks.monotonous())
                .keyBy(RandomPipelines.Hit::key)
                .window(TumblingWindows.of(Duration.ofMillis(100)))
                .maxBy(RandomPipelines.Hit::number)
                .collect("out");
        return pipeline;
    }
}
