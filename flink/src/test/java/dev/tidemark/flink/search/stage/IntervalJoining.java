package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.IntervalJoined;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessJoinFunction;
import java.time.Duration;
import java.util.List;

/**
 * An interval join with a source of its own.
 *
 * @param lateAside whether late elements of both sides are put aside, into sinks of their own
 */
record IntervalJoining(
        long fromMillis, long toMillis, boolean fromInclusive, boolean toInclusive, boolean lateAside, Feed other)
        implements Stage {
    private static final OutputTag<Hit> LEFT = OutputTag.of("left late", Hit.class);
    private static final OutputTag<Hit> RIGHT = OutputTag.of("right late", Hit.class);
    private static final OutputTag<Hit> CLOSE = OutputTag.of("close", Hit.class);

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        IntervalJoined<Hit, Hit, String> joined = hits.keyBy(Hit::key)
                .intervalJoin(other.into(pipeline).keyBy(Hit::key))
                .between(Duration.ofMillis(fromMillis), Duration.ofMillis(toMillis));
        joined = fromInclusive ? joined : joined.lowerBoundExclusive();
        joined = toInclusive ? joined : joined.upperBoundExclusive();
        joined = lateAside ? joined.sideOutputLeftLateData(LEFT).sideOutputRightLateData(RIGHT) : joined;
        DataStream<Hit> pairs =
                joined.process(IntervalJoining::pair).returns(Hit.class).name(name);
        pairs.sideOutput(CLOSE).collect("close in " + name);
        if (lateAside) {
            pairs.sideOutput(LEFT).collect("left late for " + name);
            pairs.sideOutput(RIGHT).collect("right late for " + name);
        }
        return pairs;
    }

    private static void pair(Hit left, Hit right, ProcessJoinFunction.Context context, Output<Hit> out) {
        long distance = context.rightTimestamp() - context.leftTimestamp();
        Hit pair = new Hit(left.key(), left.number() * 1000 + right.number(), distance);
        out.collect(pair);
        if (distance == 0) {
            context.output(CLOSE, pair);
        }
    }

    @Override
    public List<Feed> feeds() {
        return List.of(other);
    }

    /** Partners are met in the order of a map of Flink's. */
    @Override
    public Order order() {
        return Order.OPEN;
    }

    @Override
    public String kind() {
        return "interval-join";
    }
}
