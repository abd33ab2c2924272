package dev.tidemark.flink.function;

import dev.tidemark.engine.function.AggregateFunction;

/** Aggregates values one by one. */
public record Aggregating(Carried<AggregateFunction<Object, Object, Object>> function)
        implements org.apache.flink.api.common.functions.AggregateFunction<Object, Object, Object> {
    @Override
    public Object createAccumulator() {
        return function.get().createAccumulator();
    }

    @Override
    public Object add(Object value, Object accumulator) {
        return function.get().add(value, accumulator);
    }

    @Override
    public Object getResult(Object accumulator) {
        return function.get().result(accumulator);
    }

    @Override
    public Object merge(Object left, Object right) {
        return function.get().merge(left, right);
    }
}
