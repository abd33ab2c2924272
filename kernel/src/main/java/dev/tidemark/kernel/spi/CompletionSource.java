package dev.tidemark.kernel.spi;

import java.util.List;

/** Suggests text at the cursor. */
@FunctionalInterface
public interface CompletionSource {
    /**
     * Suggestions for a cursor position.
     *
     * @param code the whole cell
     * @param cursor the cursor, in UTF-16 units from the start of the cell
     * @return the suggestions, possibly none
     */
    List<Completion> complete(String code, int cursor);
}
