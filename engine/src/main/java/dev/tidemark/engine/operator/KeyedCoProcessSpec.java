package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.engine.function.Prototype;

/** Runs a function over two keyed inputs that share state and timers of each key. */
public record KeyedCoProcessSpec(Prototype<KeyedCoProcessFunction<Object, Object, Object, Object>> function)
        implements OperatorSpec {
    @Override
    public Operator create() {
        return new KeyedCoProcessOperator(function.instance());
    }
}
