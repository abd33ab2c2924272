package dev.tidemark.kernel.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a cell failed, ready to be shown.
 *
 * @param kind what went wrong, in broad terms
 * @param name the class of the error; a front end's short name for it
 * @param message one line
 * @param lines the whole report, line by line, without colours; begins with the message and names the place
 * @param line the line of the cell where it happened, from 1, or 0 if unknown
 * @param thrown what the user's code threw, or null
 */
public record CellFailure(
        Kind kind,
        String name,
        String message,
        List<String> lines,
        int line,
        @Nullable Throwable thrown) {
    /** The kinds of failure. */
    public enum Kind {
        /** The code is not Java, or refers to what does not exist. */
        COMPILATION,
        /** The code threw. */
        EXCEPTION,
        /** The user interrupted it. */
        INTERRUPTED,
        /** It went on after its interrupt; its thread was left behind. */
        STUCK
    }

    /**
     * Keeps the lines in a list of its own.
     *
     * @param kind what went wrong, in broad terms
     * @param name the class of the error
     * @param message one line
     * @param lines the whole report
     * @param line the line of the cell, or 0
     * @param thrown what the user's code threw, or null
     */
    public CellFailure {
        lines = List.copyOf(lines);
    }

    /**
     * The report as one text.
     *
     * @return the lines, joined by line feeds
     */
    public String report() {
        return String.join("\n", lines);
    }
}
