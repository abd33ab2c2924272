package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Prototype;

/** Runs a function that has state and timers of each key. */
public record KeyedProcessSpec(Prototype<KeyedProcessFunction<Object, Object, Object>> function)
        implements OperatorSpec {
    @Override
    public Operator create() {
        return new KeyedProcessOperator(function.instance());
    }
}
