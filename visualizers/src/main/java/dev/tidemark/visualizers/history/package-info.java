/**
 * From runs to pictures: reads the history of a recorded run and gives charts, cards and tables what they draw.
 *
 * <p>Begin with {@link dev.tidemark.visualizers.history.RunHistory} for charts and
 * {@link dev.tidemark.visualizers.history.Views} for everything that a cell shows.
 */
@NullMarked
package dev.tidemark.visualizers.history;

import org.jspecify.annotations.NullMarked;
