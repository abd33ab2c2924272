package dev.tidemark.flink.translate;

import dev.tidemark.engine.join.Interval;
import dev.tidemark.engine.join.IntervalJoinSpec;
import dev.tidemark.flink.function.IntervalJoining;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Interval joins: Flink's {@code IntervalJoinOperator}. */
final class IntervalJoinTranslator implements Translator<IntervalJoinSpec> {
    @Override
    public SingleOutputStreamOperator<Object> translate(IntervalJoinSpec spec, Place place) {
        Interval interval = spec.interval();
        KeyedStream.IntervalJoined<Object, Object, Object> joined = place.keyed(0)
                .intervalJoin(place.keyed(1))
                .between(Duration.ofMillis(interval.fromMillis()), Duration.ofMillis(interval.toMillis()));
        joined = interval.fromInclusive() ? joined : joined.lowerBoundExclusive();
        joined = interval.toInclusive() ? joined : joined.upperBoundExclusive();
        OutputTag<Object> left = place.late(0);
        OutputTag<Object> right = place.late(1);
        joined = left == null ? joined : joined.sideOutputLeftLateData(left);
        joined = right == null ? joined : joined.sideOutputRightLateData(right);
        return joined.process(new IntervalJoining(place.carried(spec.function()), place.sides()), place.type());
    }
}
