package dev.tidemark.engine.function;

import java.io.Serializable;

/** One value in, any number of values out. */
@FunctionalInterface
public interface FlatMapFunction<I, O> extends Serializable {
    void flatMap(I value, Output<O> out) throws Exception;
}
