package dev.tidemark.engine.function;

import java.io.Serializable;

/** One value in, one value out. */
@FunctionalInterface
public interface MapFunction<I, O> extends Serializable {
    O map(I value) throws Exception;
}
