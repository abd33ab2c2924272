package dev.tidemark.flink.search;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.window.TimeWindow;

/** A sum with its key and window. */
record Told() implements ProcessWindowFunction<Long, Hit, String, TimeWindow> {
    @Override
    public void process(String key, Context<TimeWindow> context, Iterable<Long> elements, Output<Hit> out) {
        elements.forEach(sum -> out.collect(new Hit(
                key, sum, context.window().start() * 1000 + context.window().end())));
    }
}
