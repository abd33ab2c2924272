/**
 * Jupyter widgets: controls in the front end whose state is mirrored here (ipywidgets' messaging protocol, version 2).
 *
 * <p>Begin with {@link dev.tidemark.kernel.widgets.Widget}. A widget is shown like any value; its handlers run on the thread
 * that runs the cells, so they may touch what cells touch and are stopped by an interrupt as a cell is. Where there is no
 * widget manager, a widget is its text.
 *
 * <pre>{@code
 * IntSlider speed = new IntSlider("speed", 0, 100, 20);
 * speed.onChange(value -> System.out.println("now " + value));
 * speed      // the last line of a cell shows it
 * }</pre>
 */
@NullMarked
package dev.tidemark.kernel.widgets;

import org.jspecify.annotations.NullMarked;
