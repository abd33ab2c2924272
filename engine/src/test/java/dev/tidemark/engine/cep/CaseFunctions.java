package dev.tidemark.engine.cep;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import java.util.List;
import java.util.Map;

/** What random cases do with what they find: they tell all of it in one side output, in order. */
public final class CaseFunctions {
    /** Matches and what timed out, in order. */
    public static final OutputTag<String> TOLD = OutputTag.of("told", String.class);

    /** Late signals. */
    public static final OutputTag<Signal> LATE = OutputTag.of("late", Signal.class);

    private CaseFunctions() {}

    /** A match in words, with the time that its function is told. */
    public static String text(String what, Map<String, List<Signal>> match, long timestamp, long processingTime) {
        StringBuilder text = new StringBuilder(what);
        match.forEach((name, signals) -> text.append(' ')
                .append(name)
                .append(signals.stream().map(Signal::id).toList()));
        Signal first = match.values().iterator().next().get(0);
        return first.key() + ": " + text + " @" + timestamp + " clock " + processingTime;
    }

    /** Tells matches. */
    static class Matches implements PatternProcessFunction<Signal, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(Map<String, List<Signal>> match, Context context, Output<String> out) {
            String text = text("match", match, context.timestamp(), context.processingTime());
            context.output(TOLD, text);
            out.collect(text);
        }
    }

    /** Tells matches and what timed out. */
    static final class MatchesAndTimeouts extends Matches implements TimedOutPartialMatchHandler<Signal> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processTimedOutMatch(Map<String, List<Signal>> match, Context context) {
            context.output(TOLD, text("timed out", match, context.timestamp(), context.processingTime()));
        }
    }
}
