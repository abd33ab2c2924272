/**
 * State as a table: what an operator remembers for every key and window, and when a timer will wake it.
 * Begin reading at {@link dev.tidemark.visualizers.state.StateTable}.
 *
 * <pre>{@code
 * new StateTable("strongest per net", rows).mimeBundle();
 * }</pre>
 */
@NullMarked
package dev.tidemark.visualizers.state;

import org.jspecify.annotations.NullMarked;
