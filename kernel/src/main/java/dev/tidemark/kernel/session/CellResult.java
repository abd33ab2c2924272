package dev.tidemark.kernel.session;

import dev.tidemark.kernel.shell.CellFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What running a cell came to, ready to be shown.
 *
 * @param bundle the MIME bundle of the cell's value, or null if it has none
 * @param failure why the cell failed, or null
 */
public record CellResult(
        @Nullable Map<String, Object> bundle, @Nullable CellFailure failure) {
    /**
     * Whether the cell ran to its end.
     *
     * @return true if there is no failure
     */
    public boolean succeeded() {
        return failure == null;
    }
}
