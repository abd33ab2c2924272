package dev.tidemark.kernel.spi;

import org.jspecify.annotations.Nullable;

/**
 * A top-level variable of the notebook and its value now.
 *
 * @param name as the user wrote it
 * @param type its declared type, erased
 * @param value its value, null included
 */
public record NotebookVariable(
        String name, Class<?> type, @Nullable Object value) {}
