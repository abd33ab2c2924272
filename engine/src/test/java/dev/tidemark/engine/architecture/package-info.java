/** What may depend on what, and what the engine never does. */
@NullMarked
package dev.tidemark.engine.architecture;

import org.jspecify.annotations.NullMarked;
