package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.Prototype;

/** Emits one value for each value. */
public record MapSpec(Prototype<MapFunction<Object, Object>> function) implements OperatorSpec {
    @Override
    public Operator create() {
        return ElementOperators.map(function.instance());
    }
}
