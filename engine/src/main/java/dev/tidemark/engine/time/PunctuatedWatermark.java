package dev.tidemark.engine.time;

import java.io.Serializable;
import java.util.OptionalLong;

/** Reads a watermark out of an event: the one that follows it, or none. */
@FunctionalInterface
public interface PunctuatedWatermark<T> extends Serializable {
    /** The watermark in milliseconds that is to follow {@code event}, or empty. */
    OptionalLong after(T event, long timestamp);
}
