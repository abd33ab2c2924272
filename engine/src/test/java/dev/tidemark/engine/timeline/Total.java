package dev.tidemark.engine.timeline;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.window.Window;
import java.util.ArrayList;
import java.util.List;

/** What a window of any kind held when it fired: the values in their order. */
public record Total(String key, List<Long> values) {
    /** Emits one for each firing. */
    public static final class Function implements ProcessWindowFunction<Reading, Total, String, Window> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context<Window> context, Iterable<Reading> elements, Output<Total> out) {
            List<Long> values = new ArrayList<>();
            elements.forEach(each -> values.add(each.value()));
            out.collect(new Total(key, values));
        }
    }
}
