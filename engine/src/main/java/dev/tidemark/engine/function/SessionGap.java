package dev.tidemark.engine.function;

import java.io.Serializable;
import java.time.Duration;

/** Says for an element how long its session waits for another (Flink's {@code SessionWindowTimeGapExtractor}). */
@FunctionalInterface
public interface SessionGap<T> extends Serializable {
    /** The gap behind {@code element}; at least a millisecond. */
    Duration after(T element);
}
