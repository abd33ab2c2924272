package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.CoMapFunction;
import dev.tidemark.engine.function.Prototype;

/** Emits one value for each value of either input. */
public record CoMapSpec(Prototype<CoMapFunction<Object, Object, Object>> function) implements OperatorSpec {
    @Override
    public Operator create() {
        return CoElementOperators.map(function.instance());
    }
}
