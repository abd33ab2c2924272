package dev.tidemark.engine.join;

import dev.tidemark.engine.function.ProcessJoinFunction;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.state.codec.Codec;
import org.jspecify.annotations.Nullable;

/**
 * Pairs elements of two streams whose keys are equal and whose times lie close enough.
 *
 * @param interval how far a right element may lie behind a left one
 * @param left codec of the first input's elements
 * @param right codec of the second input's elements
 * @param leftLateTag the side output of late left elements; null when they are counted and dropped
 * @param rightLateTag the side output of late right elements; null when they are counted and dropped
 */
public record IntervalJoinSpec(
        Interval interval,
        Codec<Object> left,
        Codec<Object> right,
        @Nullable String leftLateTag,
        @Nullable String rightLateTag,
        Prototype<ProcessJoinFunction<Object, Object, Object>> function)
        implements OperatorSpec {
    @Override
    public Operator create() {
        return new IntervalJoinOperator(this);
    }

    @Override
    public Codec<Comparable<?>> timerNamespaces() {
        return JoinSide.codec();
    }
}
