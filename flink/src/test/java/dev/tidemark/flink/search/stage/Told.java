package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.Window;

/** A sum with its key and window. */
record Told() implements ProcessWindowFunction<Long, Hit, String, Window> {
    /** A number for a window. */
    static long code(Window window) {
        return window instanceof TimeWindow time ? time.start() * 1000 + time.end() : -1;
    }

    @Override
    public void process(String key, Context<Window> context, Iterable<Long> elements, Output<Hit> out) {
        elements.forEach(sum -> out.collect(new Hit(key, sum, code(context.window()))));
    }
}
