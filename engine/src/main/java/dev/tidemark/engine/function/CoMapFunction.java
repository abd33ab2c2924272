package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * One value out for each value of either of two inputs. Source: Flink's {@code CoMapFunction}.
 *
 * @param <A> elements of the first input
 * @param <B> elements of the second input
 * @param <O> results
 */
public interface CoMapFunction<A, B, O> extends Serializable {
    O map1(A value) throws Exception;

    O map2(B value) throws Exception;
}
