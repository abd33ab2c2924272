/** See the module’s description. */
@NullMarked
package dev.tidemark.kernel;

import org.jspecify.annotations.NullMarked;
