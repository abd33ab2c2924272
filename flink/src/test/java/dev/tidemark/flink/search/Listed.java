package dev.tidemark.flink.search;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.window.TimeWindow;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that tells what a window holds, whatever the order.
 *
 * @param counted whether firings are counted in the window's own state, which windows that merge can't have
 */
record Listed(boolean counted) implements ProcessWindowFunction<Hit, Hit, String, TimeWindow> {
    @Override
    public void process(String key, Context<TimeWindow> context, Iterable<Hit> elements, Output<Hit> out) {
        List<Long> numbers = new ArrayList<>();
        elements.forEach(hit -> numbers.add(hit.number()));
        numbers.sort(null);
        out.collect(new Hit(
                key,
                numbers.hashCode() * 10L + (counted ? firings(context) % 10 : 0),
                context.window().start() * 1000 + context.window().end()));
    }

    private static long firings(Context<TimeWindow> context) {
        ValueState<Long> firings = context.windowState().value("firings", Long.class);
        Long before = firings.value();
        firings.update(before == null ? 1 : before + 1);
        return before == null ? 0 : before;
    }

    @Override
    public void clear(Context<TimeWindow> context) {
        if (counted) {
            context.windowState().value("firings", Long.class).clear();
        }
    }
}
