package dev.tidemark.engine.function;

import java.io.Serializable;

/**
 * Sees each pair of elements whose times lie close enough. Source: Flink's {@code ProcessJoinFunction}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 * @param <O> results, with the later of the two timestamps
 */
@FunctionalInterface
public interface ProcessJoinFunction<L, R, O> extends Serializable {
    void processElement(L left, R right, Context context, Output<O> out) throws Exception;

    /** What the function can ask of a pair; times in milliseconds of event time. */
    interface Context {
        long leftTimestamp();

        long rightTimestamp();

        /** The later of both, which is the result's. */
        long timestamp();

        /** Emits into a side output, with the result's timestamp. */
        <X> void output(OutputTag<X> tag, X value);
    }
}
