package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * Any number of values out for each value of either of two inputs. Source: Flink's {@code CoFlatMapFunction}.
 *
 * @param <A> elements of the first input
 * @param <B> elements of the second input
 * @param <O> results
 */
public interface CoFlatMapFunction<A, B, O> extends Serializable {
    void flatMap1(A value, Output<O> out) throws Exception;

    void flatMap2(B value, Output<O> out) throws Exception;
}
