package dev.tidemark.kernel.shell;

/**
 * Thrown inside the user's code when its cell was interrupted.
 *
 * <p>An {@link Error}, so that {@code catch (Exception e)} does not hold it; code that catches it nevertheless meets it
 * again at its next loop.
 */
public final class CellInterrupted extends Error {
    private static final long serialVersionUID = 1L;

    /** Says that the cell was interrupted. */
    public CellInterrupted() {
        super("the cell was interrupted");
    }
}
