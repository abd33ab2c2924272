package dev.tidemark.engine.cep;

import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import java.util.List;
import java.util.Map;

/** The short ways to say what becomes of matches, as process functions. */
public final class MatchFunctions {
    private MatchFunctions() {}

    /** One result for each match. */
    public record Selecting<I, O>(PatternSelectFunction<? super I, O> function)
            implements PatternProcessFunction<I, O> {
        @Override
        @SuppressWarnings("unchecked") // a function only reads the events
        public void processMatch(Map<String, List<I>> match, Context context, Output<O> out) throws Exception {
            out.collect(((PatternSelectFunction<I, O>) function).select(match));
        }
    }

    /** Any number of results for each match. */
    public record FlatSelecting<I, O>(PatternFlatSelectFunction<? super I, O> function)
            implements PatternProcessFunction<I, O> {
        @Override
        @SuppressWarnings("unchecked") // a function only reads the events
        public void processMatch(Map<String, List<I>> match, Context context, Output<O> out) throws Exception {
            ((PatternFlatSelectFunction<I, O>) function).flatSelect(match, out);
        }
    }

    /** Matches go to one function, what timed out goes through another into a side output. */
    public record Timing<I, O, L>(
            PatternProcessFunction<I, O> matches, PatternTimeoutFunction<I, L> timeouts, OutputTag<L> tag)
            implements PatternProcessFunction<I, O>, TimedOutPartialMatchHandler<I> {
        @Override
        public void processMatch(Map<String, List<I>> match, Context context, Output<O> out) throws Exception {
            matches.processMatch(match, context, out);
        }

        @Override
        public void processTimedOutMatch(Map<String, List<I>> match, Context context) throws Exception {
            context.output(tag, timeouts.timeout(match, context.timestamp()));
        }
    }
}
