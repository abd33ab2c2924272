package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.codec.Codec;

/** Reduces the elements of each key, and emits the result so far after each, in batch the last one; {@code codec} is that of the elements. */
public record RollingReduceSpec(Prototype<ReduceFunction<Object>> function, Codec<Object> codec)
        implements OperatorSpec {
    @Override
    public Operator create() {
        return new RollingReduceOperator(function.instance(), codec);
    }

    @Override
    public Operator createForBatch() {
        return new BatchReduceOperator(function.instance(), codec);
    }
}
