package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.PatternStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.cep.EventPattern;
import dev.tidemark.engine.cep.EventPatternLanguage;
import dev.tidemark.engine.cep.PatternProcessFunction;
import dev.tidemark.engine.cep.PatternSpec;
import dev.tidemark.engine.cep.RandomPattern;
import dev.tidemark.engine.cep.Signal;
import dev.tidemark.engine.cep.TimedOutPartialMatchHandler;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import java.util.List;
import java.util.Map;

/**
 * A pattern among the hits of a key.
 *
 * @param seed of the pattern
 * @param ordered whether hits of equal time are seen by number
 * @param lateAside whether late hits are put aside, into a sink of their own
 */
record Patterns(long seed, boolean ordered, boolean lateAside) implements Stage {
    private static final String LETTERS = "abc";
    private static final OutputTag<Hit> TIMED_OUT = OutputTag.of("timed out", Hit.class);
    private static final OutputTag<Signal> LATE = OutputTag.of("late", Signal.class);

    /** Whether there is a pattern of this seed that nobody refuses, and that does not throw when it skips. */
    static boolean exists(long seed) {
        try {
            EventPattern<Signal, Signal> pattern = RandomPattern.of(seed, new EventPatternLanguage());
            PatternSpec.check(pattern);
            return !pattern.skipStrategy().mustExist();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        PatternStream<Signal> found = hits.map(Patterns::signal)
                .returns(Signal.class)
                .name(name + " signals")
                .keyBy(Signal::key)
                .pattern(RandomPattern.of(seed, new EventPatternLanguage()));
        found = ordered ? found.orderBy((left, right) -> Integer.compare(left.value(), right.value())) : found;
        found = lateAside ? found.sideOutputLateData(LATE) : found;
        DataStream<Hit> matches = found.process(new Telling()).name(name);
        matches.sideOutput(TIMED_OUT).collect("timed out in " + name);
        if (lateAside) {
            matches.sideOutput(LATE).collect("late for " + name);
        }
        return matches;
    }

    private static Signal signal(Hit hit) {
        String letter = String.valueOf(LETTERS.charAt((int) Math.floorMod(hit.number(), 3L)));
        int value = (int) (hit.number() / 3 % 10);
        return hit.number() % 5 == 0
                ? new Signal.Loud(hit.key(), letter, value, (int) hit.number())
                : new Signal.Calm(hit.key(), letter, value, (int) hit.number());
    }

    @Override
    public boolean explodes() {
        return true;
    }

    @Override
    public String kind() {
        return "pattern";
    }

    /** Numbers that tell which hits a match took. */
    private static final class Telling
            implements PatternProcessFunction<Signal, Hit>, TimedOutPartialMatchHandler<Signal> {
        private static final long serialVersionUID = 1L;

        private static Hit told(Map<String, List<Signal>> match, long timestamp) {
            StringBuilder text = new StringBuilder();
            match.forEach((part, signals) ->
                    text.append(part).append(signals.stream().map(Signal::id).toList()));
            String key = match.values().iterator().next().get(0).key();
            return new Hit(key, text.toString().hashCode(), timestamp);
        }

        @Override
        public void processMatch(Map<String, List<Signal>> match, Context context, Output<Hit> out) {
            out.collect(told(match, context.timestamp()));
        }

        @Override
        public void processTimedOutMatch(Map<String, List<Signal>> match, Context context) {
            context.output(TIMED_OUT, told(match, context.timestamp()));
        }
    }
}
