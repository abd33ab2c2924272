/**
 * How values are shown: a registry of renderers and those for plain JDK values.
 *
 * <p>Begin with {@link dev.tidemark.kernel.render.Renderers}: {@code renderers.render(value)} always gives a bundle with
 * {@code text/plain}.
 */
@NullMarked
package dev.tidemark.kernel.render;

import org.jspecify.annotations.NullMarked;
