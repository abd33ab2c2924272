package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.CoFlatMapFunction;
import dev.tidemark.engine.function.Prototype;

/** Emits any number of values for each value of either input. */
public record CoFlatMapSpec(Prototype<CoFlatMapFunction<Object, Object, Object>> function) implements OperatorSpec {
    @Override
    public Operator create() {
        return CoElementOperators.flatMap(function.instance());
    }
}
