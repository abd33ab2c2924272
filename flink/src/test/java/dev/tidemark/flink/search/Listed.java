package dev.tidemark.flink.search;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.window.TimeWindow;
import java.util.ArrayList;
import java.util.List;

/** A number that tells what a window holds, whatever the order, and how many firings its key has had before. */
record Listed() implements ProcessWindowFunction<Hit, Hit, String, TimeWindow> {
    @Override
    public void process(String key, Context<TimeWindow> context, Iterable<Hit> elements, Output<Hit> out) {
        List<Long> numbers = new ArrayList<>();
        elements.forEach(hit -> numbers.add(hit.number()));
        numbers.sort(null);
        ValueState<Long> firings = context.globalState().value("firings", Long.class);
        Long before = firings.value();
        firings.update(before == null ? 1 : before + 1);
        out.collect(new Hit(
                key,
                numbers.hashCode() * 10L + (before == null ? 0 : before % 10),
                context.window().start() * 1000 + context.window().end()));
    }
}
