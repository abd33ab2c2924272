package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.CoProcessFunction;
import dev.tidemark.engine.function.Prototype;

/** Runs a function that sees each element of two inputs with its time, without a key. */
public record CoProcessSpec(Prototype<CoProcessFunction<Object, Object, Object>> function) implements OperatorSpec {
    @Override
    public Operator create() {
        return new CoProcessOperator(function.instance());
    }
}
