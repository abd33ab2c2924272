package dev.tidemark.engine.connect.partfiles;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/**
 * How a result is written into a file. Source: Flink's {@code Encoder}.
 *
 * @param <T> the results
 */
@FunctionalInterface
public interface Encoder<T> extends Serializable {
    /** Appends one result. */
    void encode(T value, OutputStream out) throws IOException;

    /** Writes what stands at the beginning of each part, such as the names of columns. */
    default void begin(OutputStream out) throws IOException {}
}
