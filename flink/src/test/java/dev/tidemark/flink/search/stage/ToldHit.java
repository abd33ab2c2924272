package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.window.Window;
import org.jspecify.annotations.Nullable;

/** What a window's hits were reduced to, with its window; an evictor can have left none, which is reduced to null. */
record ToldHit() implements ProcessWindowFunction<Hit, Hit, String, Window> {
    @Override
    public void process(String key, Context<Window> context, Iterable<Hit> elements, Output<Hit> out) {
        for (@Nullable Hit hit : elements) {
            long number = hit == null ? -1 : hit.number() * 3 + hit.millis() % 100;
            out.collect(new Hit(key, number, Told.code(context.window())));
        }
    }
}
