package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.PatternStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.cep.AfterMatchSkipStrategy;
import dev.tidemark.engine.cep.EventPattern;
import dev.tidemark.engine.cep.IterativeCondition;
import dev.tidemark.engine.cep.PatternFlatSelectFunction;
import dev.tidemark.engine.cep.WithinType;
import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.time.Watermarks;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Patterns over one source by hand; matches go to {@code out}, what times out to {@code timed out}. */
final class PatternPipelines {
    private static final OutputTag<Mark> LATE = OutputTag.of("late", Mark.class);
    private static final IterativeCondition<Mark, Mark> RISING = (mark, context) ->
            context.events("b").stream().allMatch(before -> before.what().compareTo(mark.what()) < 0);

    private PatternPipelines() {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        contiguities(pipelines);
        quantifiers(pipelines);
        limits(pipelines);
        groups(pipelines);
        strategies(pipelines);
        times(pipelines);
    }

    private static FilterFunction<Mark> is(String kind) {
        return mark -> mark.what().startsWith(kind);
    }

    private static EventPattern<Mark, Mark> begin(String kind) {
        return EventPattern.begin(kind, Mark.class).where(is(kind));
    }

    private static EventPattern<Mark, Mark> begin(String kind, AfterMatchSkipStrategy strategy) {
        return EventPattern.begin(kind, Mark.class, strategy).where(is(kind));
    }

    private static void contiguities(Map<String, Supplier<Pipeline>> pipelines) {
        put("a next b", begin("a").next("b").where(is("b")), pipelines);
        put("a followed by b", begin("a").followedBy("b").where(is("b")), pipelines);
        put("a followed by any b", begin("a").followedByAny("b").where(is("b")), pipelines);
        put("a not next b", begin("a").notNext("b").where(is("b")), pipelines);
        put(
                "a not followed by b, c",
                begin("a").notFollowedBy("b").where(is("b")).followedBy("c").where(is("c")),
                pipelines);
        put(
                "a not followed by b within 10",
                begin("a").notFollowedBy("b").where(is("b")).within(ms(10)),
                pipelines);
        put("b or c", EventPattern.begin("either", Mark.class).where(is("b")).or(is("c")), pipelines);
    }

    private static void quantifiers(Map<String, Supplier<Pipeline>> pipelines) {
        quantified("b 2 times", b -> b.times(2), pipelines);
        quantified("b 2 to 3 times", b -> b.times(2, 3), pipelines);
        quantified("b 2 times or more", b -> b.timesOrMore(2), pipelines);
        quantified("b once or more", b -> b.oneOrMore(), pipelines);
        quantified("b optional", b -> b.optional(), pipelines);
        quantified("b once or more, optional", b -> b.oneOrMore().optional(), pipelines);
        quantified("b consecutive", b -> b.oneOrMore().consecutive(), pipelines);
        quantified("b in combinations", b -> b.oneOrMore().allowCombinations(), pipelines);
        quantified("b until u", b -> b.oneOrMore().until(is("u")), pipelines);
        quantified("b rising", b -> b.where(RISING).oneOrMore(), pipelines);
        quantified("b each within 5", b -> b.times(3).eachWithin(ms(5)), pipelines);
        put("b greedy before any", greedy(true), pipelines);
        put("b not greedy before any", greedy(false), pipelines);
    }

    private static EventPattern<Mark, Mark> greedy(boolean greedy) {
        EventPattern<Mark, Mark> b = begin("a").followedBy("b").where(is("b")).oneOrMore();
        return (greedy ? b.greedy() : b)
                .followedBy("end")
                .where(mark -> mark.what().compareTo("b2") >= 0);
    }

    /** An a, so many b, a c. */
    private static void quantified(
            String name, UnaryOperator<EventPattern<Mark, Mark>> often, Map<String, Supplier<Pipeline>> pipelines) {
        EventPattern<Mark, Mark> b = often.apply(begin("a").followedBy("b").where(is("b")));
        put("a, " + name + ", c", b.followedBy("c").where(is("c")), pipelines);
    }

    private static void limits(Map<String, Supplier<Pipeline>> pipelines) {
        EventPattern<Mark, Mark> abc =
                begin("a").followedBy("b").where(is("b")).followedBy("c").where(is("c"));
        put("a, b, c within 10", abc.within(ms(10)), pipelines);
        put("a, b, c, the c within 5 of the b", abc.within(ms(5), WithinType.PREVIOUS_AND_CURRENT), pipelines);
        pipelines.put(
                "a, b, c within 10, timed out by select",
                () -> on(
                        found -> found.timedOut(Found.TIMED_OUT, (match, at) -> Found.of(match))
                                .select(Found::of),
                        abc.within(ms(10))));
    }

    private static void groups(Map<String, Supplier<Pipeline>> pipelines) {
        EventPattern<Mark, Mark> bc = begin("b").next("c").where(is("c"));
        put(
                "a, b next c twice, d",
                begin("a").followedBy(bc).times(2).followedBy("d").where(is("d")),
                pipelines);
        put(
                "b next c once or more, d",
                EventPattern.begin(bc).oneOrMore().next("d").where(is("d")),
                pipelines);
        put("a, b next c optional, d", begin("a").next(bc).optional().next("d").where(is("d")), pipelines);
    }

    private static void strategies(Map<String, Supplier<Pipeline>> pipelines) {
        strategy("no skip", AfterMatchSkipStrategy.noSkip(), pipelines);
        strategy("skip to next", AfterMatchSkipStrategy.skipToNext(), pipelines);
        strategy("skip past last event", AfterMatchSkipStrategy.skipPastLastEvent(), pipelines);
        strategy("skip to first b", AfterMatchSkipStrategy.skipToFirst("b"), pipelines);
        strategy("skip to last b", AfterMatchSkipStrategy.skipToLast("b"), pipelines);
        strategy("skip to first c", AfterMatchSkipStrategy.skipToFirst("c").throwIfMissing(), pipelines);
        put(
                "a, higher b within 10, skip to next",
                begin("a", AfterMatchSkipStrategy.skipToNext())
                        .followedBy("b")
                        .where((mark, context) -> mark.what().startsWith("b")
                                && mark.what().charAt(1)
                                        > context.events("a").get(0).what().charAt(1))
                        .within(ms(10)),
                pipelines);
        put(
                "a, optional b, c, skip to first b",
                begin("a", AfterMatchSkipStrategy.skipToFirst("b"))
                        .followedBy("b")
                        .where(is("b"))
                        .optional()
                        .followedBy("c")
                        .where(is("c")),
                pipelines);
    }

    private static void strategy(
            String name, AfterMatchSkipStrategy strategy, Map<String, Supplier<Pipeline>> pipelines) {
        put(
                "b once or more, c, " + name,
                begin("b", strategy).oneOrMore().followedBy("c").where(is("c")),
                pipelines);
    }

    private static void times(Map<String, Supplier<Pipeline>> pipelines) {
        EventPattern<Mark, Mark> ab = begin("a").next("b").where(is("b"));
        EventPattern<Mark, Mark> within =
                begin("a").followedBy("b").where(is("b")).within(ms(10));
        pipelines.put("a next b, late aside", () -> {
            Pipeline pipeline = Pipeline.create("late aside");
            DataStream<Found> found = marks(pipeline)
                    .keyBy(Mark::key)
                    .pattern(ab)
                    .sideOutputLateData(LATE)
                    .select(Found::of)
                    .name("pattern");
            found.collect("out");
            found.sideOutput(LATE).collect("late");
            return pipeline;
        });
        pipelines.put(
                "a next b, ordered",
                () -> on(
                        found -> found.orderBy((left, right) -> left.what().compareTo(right.what()))
                                .process(new Found.Function()),
                        ab));
        pipelines.put(
                "a, b within 10 of processing time",
                () -> on(found -> found.inProcessingTime().process(new Found.Function()), within));
        pipelines.put(
                "a next b of processing time, ordered",
                () -> on(
                        found -> found.inProcessingTime()
                                .orderBy((left, right) -> left.what().compareTo(right.what()))
                                .process(new Found.Function()),
                        ab));
        pipelines.put("a next b, whatever the key", () -> {
            Pipeline pipeline = Pipeline.create("no keys");
            marks(pipeline).pattern(ab).flatSelect(new Flat()).name("pattern").collect("out");
            return pipeline;
        });
    }

    /** Emits each match. */
    static final class Flat implements PatternFlatSelectFunction<Mark, Found> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatSelect(Map<String, List<Mark>> match, Output<Found> out) {
            out.collect(Found.of(match));
        }
    }

    private static DataStream<Mark> marks(Pipeline pipeline) {
        return pipeline.source("in", Mark.class, Watermarks.byHand());
    }

    private static void put(String name, EventPattern<Mark, Mark> pattern, Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put(name, () -> on(found -> found.process(new Found.Function()), pattern));
    }

    private static Pipeline on(
            Function<PatternStream<Mark>, DataStream<Found>> what, EventPattern<Mark, Mark> pattern) {
        Pipeline pipeline = Pipeline.create("pattern");
        DataStream<Found> found =
                what.apply(marks(pipeline).keyBy(Mark::key).pattern(pattern)).name("pattern");
        found.collect("out");
        found.sideOutput(Found.TIMED_OUT).collect("timed out");
        return pipeline;
    }
}
