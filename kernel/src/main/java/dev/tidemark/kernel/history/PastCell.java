package dev.tidemark.kernel.history;

import org.jspecify.annotations.Nullable;

/**
 * A cell that ran, as history tells it.
 *
 * @param session the number of the session it ran in, from 1
 * @param number its execution count
 * @param input its code
 * @param output the text of its value, or null if it had none
 */
public record PastCell(
        int session, int number, String input, @Nullable String output) {}
