package dev.tidemark.engine.function;

import java.io.Serializable;

/** Makes a value that differs from another in one field. */
@FunctionalInterface
public interface FieldUpdate<T, F> extends Serializable {
    /** {@code value} with this field; the value that is given stays as it is. */
    T with(T value, F field);
}
