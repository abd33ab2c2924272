package dev.tidemark.kernel.spi;

/** Is told when a cell starts and ends. */
public interface CellHook {
    /**
     * Called before the cell's first statement.
     *
     * @param cell the cell
     */
    default void cellStarted(Cell cell) {}

    /**
     * Called after the cell's last statement and before its result is shown.
     *
     * @param cell the cell
     * @param succeeded false if it failed or was interrupted
     */
    default void cellEnded(Cell cell, boolean succeeded) {}
}
