/**
 * The cells that ran, in this session and in those before (Jupyter messaging, "History").
 *
 * <p>Begin with {@link dev.tidemark.kernel.history.CellHistory}.
 *
 * <pre>{@code
 * CellHistory history = CellHistory.keptIn(Path.of("history.mv"));
 * history.add(1, "6 * 7", "42");
 * history.cells();    // of earlier sessions too
 * }</pre>
 */
@NullMarked
package dev.tidemark.kernel.history;

import org.jspecify.annotations.NullMarked;
