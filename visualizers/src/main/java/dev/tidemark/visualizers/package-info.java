/** See the module’s description. */
@NullMarked
package dev.tidemark.visualizers;

import org.jspecify.annotations.NullMarked;
