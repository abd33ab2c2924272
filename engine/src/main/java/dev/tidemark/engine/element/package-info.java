/**
 * What flows through channels: one sealed family, in the order in which it was sent. Begin with {@link dev.tidemark.engine.element.StreamElement}.
 */
@NullMarked
package dev.tidemark.engine.element;

import org.jspecify.annotations.NullMarked;
