package dev.tidemark.kernel.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What evaluating a cell came to.
 *
 * @param hasValue whether the last statement was an expression that is not void
 * @param value its value, null included
 * @param failure why the cell failed, or null
 * @param notices what the user should know besides, such as variables that were reset; one sentence each
 */
public record CellOutcome(
        boolean hasValue, @Nullable Object value, @Nullable CellFailure failure, List<String> notices) {
    /**
     * Keeps the notices in a list of its own.
     *
     * @param hasValue whether there is a value
     * @param value the value, null included
     * @param failure why the cell failed, or null
     * @param notices what the user should know besides
     */
    public CellOutcome {
        notices = List.copyOf(notices);
    }

    /**
     * Whether every statement ran to its end.
     *
     * @return true if there is no failure
     */
    public boolean succeeded() {
        return failure == null;
    }
}
