package dev.tidemark.kernel.shell;

import org.jspecify.annotations.Nullable;

/**
 * A top-level variable of the notebook.
 *
 * @param name as the user wrote it
 * @param type its declared or inferred type, as Java writes it
 * @param value its value now
 */
public record Variable(String name, String type, @Nullable Object value) {}
