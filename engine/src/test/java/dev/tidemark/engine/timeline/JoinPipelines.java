package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.WindowPipelines.ms;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.IntervalJoined;
import dev.tidemark.engine.JoinedStreams;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessJoinFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Joins of the sources {@code left} and {@code right}, both by hand; the operator is {@code join}, the sink {@code out}. */
final class JoinPipelines {
    private static final OutputTag<Reading> LATE_LEFT = OutputTag.of("late left", Reading.class);
    private static final OutputTag<Reading> LATE_RIGHT = OutputTag.of("late right", Reading.class);
    private static final OutputTag<Pair> SAME = OutputTag.of("same", Pair.class);

    private JoinPipelines() {}

    /** A left and a right value that met. */
    record Pair(String key, long left, long right) {}

    /** The left and right values of a window. */
    record Group(String key, List<Long> left, List<Long> right) {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("window join 10", () -> windowJoin(TumblingWindows.of(ms(10)), 0));
        pipelines.put("window join 10 lateness 5", () -> windowJoin(TumblingWindows.of(ms(10)), 5));
        pipelines.put("window join sessions 5", () -> windowJoin(SessionWindows.withGap(ms(5)), 0));
        pipelines.put("window join 10 after two", JoinPipelines::afterTwo);
        pipelines.put("window join 10 of the last three", JoinPipelines::lastThree);
        pipelines.put("flat window join 10", JoinPipelines::flatJoin);
        pipelines.put("window join with itself", JoinPipelines::selfJoin);
        pipelines.put("co-group 10", () -> coGroup(TumblingWindows.of(ms(10)), 0));
        pipelines.put("co-group 10 lateness 5", () -> coGroup(TumblingWindows.of(ms(10)), 5));
        pipelines.put("co-group sessions 5", () -> coGroup(SessionWindows.withGap(ms(5)), 0));
        pipelines.put("interval join -2 to 3", () -> intervalJoin(-2, 3, joined -> joined));
        pipelines.put(
                "interval join -2 to 3 exclusive",
                () -> intervalJoin(-2, 3, joined -> joined.lowerBoundExclusive().upperBoundExclusive()));
        pipelines.put("interval join 1 to 3", () -> intervalJoin(1, 3, joined -> joined));
        pipelines.put("interval join -3 to -1", () -> intervalJoin(-3, -1, joined -> joined));
        pipelines.put("interval join -2 to 3 late aside", JoinPipelines::lateAside);
    }

    static DataStream<Reading> side(Pipeline pipeline, String name) {
        return pipeline.source(name, Reading.class, Watermarks.byHand());
    }

    private static JoinedStreams<Reading, Reading>.EqualTo<String> join(Pipeline pipeline) {
        return side(pipeline, "left")
                .join(side(pipeline, "right"))
                .where(Reading::key)
                .equalTo(Reading::key);
    }

    private static Pipeline windowJoin(WindowAssigner<Object, TimeWindow> assigner, long lateness) {
        Pipeline pipeline = Pipeline.create("window join");
        join(pipeline)
                .window(assigner)
                .allowedLateness(ms(lateness))
                .apply((left, right) -> new Pair(left.key(), left.value(), right.value()))
                .name("join")
                .collect("out");
        return pipeline;
    }

    private static Pipeline afterTwo() {
        Pipeline pipeline = Pipeline.create("window join");
        join(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .trigger(CountTrigger.of(2))
                .apply((left, right) -> new Pair(left.key(), left.value(), right.value()))
                .name("join")
                .collect("out");
        return pipeline;
    }

    private static Pipeline lastThree() {
        Pipeline pipeline = Pipeline.create("window join");
        join(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .evictor(CountEvictor.of(3))
                .apply((left, right) -> new Pair(left.key(), left.value(), right.value()))
                .name("join")
                .collect("out");
        return pipeline;
    }

    private static Pipeline flatJoin() {
        Pipeline pipeline = Pipeline.create("window join");
        join(pipeline)
                .window(TumblingWindows.of(ms(10)))
                .apply((Reading left, Reading right, Output<Pair> out) -> {
                    if (left.value() < right.value()) {
                        out.collect(new Pair(left.key(), left.value(), right.value()));
                        out.collect(new Pair(left.key(), right.value(), left.value()));
                    }
                })
                .returns(Pair.class)
                .name("join")
                .collect("out");
        return pipeline;
    }

    private static Pipeline selfJoin() {
        Pipeline pipeline = Pipeline.create("window join");
        DataStream<Reading> left = side(pipeline, "left");
        left.join(left)
                .where(Reading::key)
                .equalTo(Reading::key)
                .window(TumblingWindows.of(ms(10)))
                .apply((one, two) -> new Pair(one.key(), one.value(), two.value()))
                .name("join")
                .collect("out");
        return pipeline;
    }

    private static Pipeline coGroup(WindowAssigner<Object, TimeWindow> assigner, long lateness) {
        Pipeline pipeline = Pipeline.create("co-group");
        side(pipeline, "left")
                .coGroup(side(pipeline, "right"))
                .where(Reading::key)
                .equalTo(Reading::key)
                .window(assigner)
                .allowedLateness(ms(lateness))
                .apply((Iterable<Reading> left, Iterable<Reading> right, Output<Group> out) ->
                        out.collect(group(left, right)))
                .returns(Group.class)
                .name("join")
                .collect("out");
        return pipeline;
    }

    private static Group group(Iterable<Reading> left, Iterable<Reading> right) {
        String key =
                (left.iterator().hasNext() ? left : right).iterator().next().key();
        return new Group(key, values(left), values(right));
    }

    private static List<Long> values(Iterable<Reading> readings) {
        List<Long> values = new ArrayList<>();
        readings.forEach(reading -> values.add(reading.value()));
        return values;
    }

    private static IntervalJoined<Reading, Reading, String> between(Pipeline pipeline, long lower, long upper) {
        return side(pipeline, "left")
                .keyBy(Reading::key)
                .intervalJoin(side(pipeline, "right").keyBy(Reading::key))
                .between(Duration.ofMillis(lower), Duration.ofMillis(upper));
    }

    private static Pipeline intervalJoin(
            long lower, long upper, UnaryOperator<IntervalJoined<Reading, Reading, String>> with) {
        Pipeline pipeline = Pipeline.create("interval join");
        with.apply(between(pipeline, lower, upper))
                .process(new Paired())
                .name("join")
                .collect("out");
        return pipeline;
    }

    private static Pipeline lateAside() {
        Pipeline pipeline = Pipeline.create("interval join");
        DataStream<Pair> pairs = between(pipeline, -2, 3)
                .sideOutputLeftLateData(LATE_LEFT)
                .sideOutputRightLateData(LATE_RIGHT)
                .process(new Paired())
                .name("join");
        pairs.collect("out");
        pairs.sideOutput(LATE_LEFT).collect("left over");
        pairs.sideOutput(LATE_RIGHT).collect("right over");
        pairs.sideOutput(SAME).collect("same time");
        return pipeline;
    }

    /** Emits each pair, and aside those whose elements are of the same time. */
    static final class Paired implements ProcessJoinFunction<Reading, Reading, Pair> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Reading left, Reading right, Context context, Output<Pair> out) {
            Pair pair = new Pair(left.key(), left.value(), right.value());
            out.collect(pair);
            if (context.leftTimestamp() == context.rightTimestamp()) {
                context.output(SAME, pair);
            }
        }
    }
}
