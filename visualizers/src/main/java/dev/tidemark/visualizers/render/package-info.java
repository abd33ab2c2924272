/**
 * Pictures without a browser: a Vega-Lite specification becomes an SVG inside the JVM. Begin reading at
 * {@link dev.tidemark.visualizers.render.StillRenderer}.
 *
 * <pre>{@code
 * Still still = StillRenderer.shared().draw(spec.json());
 * still.svg();
 * }</pre>
 *
 * The script that draws is the one that a page runs, {@link dev.tidemark.visualizers.render.VegaBundle}; it runs on a
 * JavaScript engine that can reach neither files, network nor classes.
 */
@NullMarked
package dev.tidemark.visualizers.render;

import org.jspecify.annotations.NullMarked;
