/** See the module’s description. */
@NullMarked
package dev.tidemark.notebooks;

import org.jspecify.annotations.NullMarked;
