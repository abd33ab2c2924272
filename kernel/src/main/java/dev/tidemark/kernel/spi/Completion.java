package dev.tidemark.kernel.spi;

/**
 * One suggestion: text that would replace what lies between a start and the cursor.
 *
 * @param text the whole replacement
 * @param start where the replaced text begins, in UTF-16 units from the start of the cell
 * @param kind a word that front ends show beside it: {@code method}, {@code class}, {@code magic}, …
 */
public record Completion(String text, int start, String kind) {}
