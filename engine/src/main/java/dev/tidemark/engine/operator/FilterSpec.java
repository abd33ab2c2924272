package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.Prototype;

/** Emits the values that pass. */
public record FilterSpec(Prototype<FilterFunction<Object>> function) implements OperatorSpec {
    @Override
    public Operator create() {
        return ElementOperators.filter(function.instance());
    }
}
