package dev.tidemark.kernel.spi;

import org.jspecify.annotations.Nullable;

/**
 * A value that is shown as JSON, a tree that folds where the front end has one.
 *
 * @param value maps, collections, arrays, records, numbers, booleans; a text is JSON to be read
 */
public record JsonValue(@Nullable Object value) {}
