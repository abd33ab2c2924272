package dev.tidemark.engine;

import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessJoinFunction;
import dev.tidemark.engine.join.Interval;
import dev.tidemark.engine.join.IntervalJoinSpec;
import dev.tidemark.engine.state.codec.FunctionTypes;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of elements with equal keys whose times lie within an interval of each other.
 *
 * <p>A pair's result comes as soon as both elements are there, with the later of their timestamps; the pairs that one
 * element completes come in the order of its partners' timestamps, then of their arrival. An element is late when its
 * timestamp lies below the watermark, whatever the interval is. Event time only. Source: Flink's {@code
 * KeyedStream.IntervalJoined}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 * @param <K> the keys
 */
public final class IntervalJoined<L, R, K> {
    private final KeyedStream<L, K> left;
    private final KeyedStream<R, K> right;
    private final Interval interval;
    private final @Nullable OutputTag<L> leftLate;
    private final @Nullable OutputTag<R> rightLate;

    IntervalJoined(
            KeyedStream<L, K> left,
            KeyedStream<R, K> right,
            Interval interval,
            @Nullable OutputTag<L> leftLate,
            @Nullable OutputTag<R> rightLate) {
        this.left = left;
        this.right = right;
        this.interval = interval;
        this.leftLate = leftLate;
        this.rightLate = rightLate;
    }

    /** A right element exactly at the lower bound is no partner. */
    public IntervalJoined<L, R, K> lowerBoundExclusive() {
        return within(new Interval(interval.fromMillis(), interval.toMillis(), false, interval.toInclusive()));
    }

    /** A right element exactly at the upper bound is no partner. */
    public IntervalJoined<L, R, K> upperBoundExclusive() {
        return within(new Interval(interval.fromMillis(), interval.toMillis(), interval.fromInclusive(), false));
    }

    private IntervalJoined<L, R, K> within(Interval other) {
        return new IntervalJoined<>(left, right, other, leftLate, rightLate);
    }

    /** Where late left elements go; without it they are counted and dropped. */
    public IntervalJoined<L, R, K> sideOutputLeftLateData(OutputTag<L> tag) {
        return new IntervalJoined<>(left, right, interval, tag, rightLate);
    }

    /** Where late right elements go; without it they are counted and dropped. */
    public IntervalJoined<L, R, K> sideOutputRightLateData(OutputTag<R> tag) {
        return new IntervalJoined<>(left, right, interval, leftLate, tag);
    }

    /** Whatever the function makes of each pair. */
    public <O> DataStream<O> process(ProcessJoinFunction<? super L, ? super R, O> function) {
        Optional<Type> result = FunctionTypes.typeArgument(function, ProcessJoinFunction.class, 2);
        NodeBuilder next = left.next("interval-join", interval.toString(), result);
        right.into(next, 1);
        FunctionFields.warn(next, function);
        if (interval.empty()) {
            next.warn("the interval " + interval + " of the join '" + next.name()
                    + "' is empty, so that it will never give a pair; include one of its bounds");
        }
        declare(next, leftLate);
        declare(next, rightLate);
        next.does(() -> new IntervalJoinSpec(
                interval,
                left.stream().codec(),
                right.stream().codec(),
                leftLate == null ? null : leftLate.name(),
                rightLate == null ? null : rightLate.name(),
                DataStream.prototype(function, next.name())));
        return new DataStream<>(left.stream().pipeline(), next, null, result);
    }

    private static void declare(NodeBuilder next, @Nullable OutputTag<?> tag) {
        if (tag != null) {
            next.side(tag);
        }
    }
}
