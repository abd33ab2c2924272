package dev.tidemark.kernel.shell;

/** A cell that went on running after its interrupt; its thread was left behind. */
final class CellStuck extends Exception {
    private static final long serialVersionUID = 1L;

    CellStuck(StackTraceElement[] where) {
        super("the cell did not end within " + CellThread.PATIENCE_MILLIS / 1_000 + " s of its interrupt");
        setStackTrace(where);
    }
}
