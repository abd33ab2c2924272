package dev.tidemark.flink.window;

import dev.tidemark.engine.function.DeltaFunction;
import dev.tidemark.flink.function.Carried;

/** How much two elements differ. */
record FlinkDelta(Carried<DeltaFunction<Object>> function)
        implements org.apache.flink.streaming.api.functions.windowing.delta.DeltaFunction<Object> {
    @SuppressWarnings("unchecked")
    static FlinkDelta of(DeltaFunction<?> function, String owner) {
        return new FlinkDelta(Carried.of((DeltaFunction<Object>) function, owner));
    }

    @Override
    public double getDelta(Object older, Object newer) {
        return function.get().between(older, newer);
    }
}
