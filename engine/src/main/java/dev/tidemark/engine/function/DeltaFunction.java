package dev.tidemark.engine.function;

import java.io.Serializable;

/** Says how much two values differ (Flink's {@code DeltaFunction}). */
@FunctionalInterface
public interface DeltaFunction<T> extends Serializable {
    /** The difference between an older value and a newer one. */
    double between(T older, T newer);
}
