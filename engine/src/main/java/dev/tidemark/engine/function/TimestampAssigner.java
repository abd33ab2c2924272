package dev.tidemark.engine.function;

import java.io.Serializable;

/** Gives an element its event time (Flink's {@code TimestampAssigner}). */
@FunctionalInterface
public interface TimestampAssigner<T> extends Serializable {
    /**
     * The element's event time in milliseconds.
     *
     * @param previousMillis the one that it had; {@link Long#MIN_VALUE} when it had none
     */
    long timestampOf(T value, long previousMillis);
}
