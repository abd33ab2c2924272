/**
 * Javadoc comments as HTML and text, and where they are found: in the {@code -sources.jar} beside a library's jar.
 *
 * <p>Begin with {@link dev.tidemark.kernel.javadoc.Javadoc}.
 *
 * <pre>{@code
 * Javadoc.of("The larger of {@code a} and {@code b}.").text()    // The larger of a and b.
 * }</pre>
 */
@NullMarked
package dev.tidemark.kernel.javadoc;

import org.jspecify.annotations.NullMarked;
