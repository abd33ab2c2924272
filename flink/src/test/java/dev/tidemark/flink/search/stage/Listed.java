package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that tells what a window holds: in its order, but where windows merge, which leaves the order open.
 *
 * @param plain whether windows don't merge, so that they have state of their own, in which firings are counted
 * @param ordered whether a key's windows fire in a known order, so that their firings are counted together too
 */
record Listed<W extends Window>(boolean plain, boolean ordered) implements ProcessWindowFunction<Hit, Hit, String, W> {
    static final OutputTag<Hit> SIZES = OutputTag.of("sizes", Hit.class);

    @Override
    public void process(String key, Context<W> context, Iterable<Hit> elements, Output<Hit> out) {
        List<Long> numbers = new ArrayList<>();
        elements.forEach(hit -> numbers.add(hit.number()));
        if (!plain) {
            numbers.sort(null);
        }
        long firings =
                (plain ? next(context.windowState()) % 10 * 10 : 0) + (ordered ? next(context.globalState()) % 10 : 0);
        out.collect(new Hit(key, numbers.hashCode() * 100L + firings, Told.code(context.window())));
        if (numbers.size() % 2 == 0) {
            context.output(SIZES, new Hit(key, numbers.size(), context.watermark()));
        }
    }

    private static long next(KeyedState state) {
        ValueState<Long> firings = state.value("firings", Long.class);
        Long before = firings.value();
        firings.update(before == null ? 1 : before + 1);
        return before == null ? 0 : before;
    }

    @Override
    public void clear(Context<W> context) {
        if (plain) {
            context.windowState().value("firings", Long.class).clear();
        }
    }
}
