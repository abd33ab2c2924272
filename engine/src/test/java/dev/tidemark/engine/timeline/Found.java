package dev.tidemark.engine.timeline;

import dev.tidemark.engine.cep.PatternProcessFunction;
import dev.tidemark.engine.cep.TimedOutPartialMatchHandler;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A match: what each part of the pattern took. */
public record Found(String key, Map<String, List<String>> match) {
    static final OutputTag<Found> TIMED_OUT = OutputTag.of("timed out", Found.class);

    static Found of(Map<String, List<Mark>> match) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        match.forEach(
                (name, marks) -> words.put(name, marks.stream().map(Mark::what).toList()));
        return new Found(match.values().iterator().next().get(0).key(), words);
    }

    /** Emits matches, and what timed out into a side output. */
    static final class Function implements PatternProcessFunction<Mark, Found>, TimedOutPartialMatchHandler<Mark> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(Map<String, List<Mark>> match, Context context, Output<Found> out) {
            out.collect(of(match));
        }

        @Override
        public void processTimedOutMatch(Map<String, List<Mark>> match, Context context) {
            context.output(TIMED_OUT, of(match));
        }
    }
}
