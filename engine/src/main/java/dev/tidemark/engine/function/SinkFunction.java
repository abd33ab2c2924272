package dev.tidemark.engine.function;

import java.io.Serializable;

/** Takes values out of the run; called once for each, never by a replay. */
@FunctionalInterface
public interface SinkFunction<T> extends Serializable {
    void write(T value) throws Exception;
}
