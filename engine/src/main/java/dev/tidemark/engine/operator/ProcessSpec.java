package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.function.Prototype;

/** Runs a function that sees each element with its time, without a key. */
public record ProcessSpec(Prototype<ProcessFunction<Object, Object>> function) implements OperatorSpec {
    @Override
    public Operator create() {
        return new ProcessOperator(function.instance());
    }
}
