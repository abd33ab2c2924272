/**
 * Plugs the engine, time travel and the charts into the kernel. Begin with
 * {@link dev.tidemark.notebooks.TidemarkExtension}.
 */
@NullMarked
package dev.tidemark.notebooks;

import org.jspecify.annotations.NullMarked;
