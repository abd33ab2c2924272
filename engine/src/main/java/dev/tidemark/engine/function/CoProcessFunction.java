package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * Sees each element of two inputs with its time, and can write to side outputs.
 *
 * <p>Each input is seen in its own order, in no order between them. Source: Flink's {@code CoProcessFunction}.
 *
 * @param <A> elements of the first input
 * @param <B> elements of the second input
 * @param <O> results
 */
public abstract class CoProcessFunction<A, B, O> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Called once for each element of the first input. */
    public abstract void processElement1(A value, ProcessFunction.Context context, Output<O> out) throws Exception;

    /** Called once for each element of the second input. */
    public abstract void processElement2(B value, ProcessFunction.Context context, Output<O> out) throws Exception;
}
