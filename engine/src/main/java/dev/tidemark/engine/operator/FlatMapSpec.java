package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.Prototype;

/** Emits any number of values for each value. */
public record FlatMapSpec(Prototype<FlatMapFunction<Object, Object>> function) implements OperatorSpec {
    @Override
    public Operator create() {
        return ElementOperators.flatMap(function.instance());
    }
}
