package dev.tidemark.engine.timeline;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.window.TimeWindow;
import java.util.ArrayList;
import java.util.List;

/** What a window held when it fired: the values in their order. */
public record Fired(String key, long start, long end, List<Long> values) {
    /** Emits one for each firing. */
    public static final class Function implements ProcessWindowFunction<Reading, Fired, String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context<TimeWindow> context, Iterable<Reading> elements, Output<Fired> out) {
            List<Long> values = new ArrayList<>();
            elements.forEach(each -> values.add(each.value()));
            out.collect(
                    new Fired(key, context.window().start(), context.window().end(), values));
        }
    }
}
