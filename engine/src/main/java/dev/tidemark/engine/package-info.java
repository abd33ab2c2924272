/** The front door. */
@NullMarked
package dev.tidemark.engine;

import org.jspecify.annotations.NullMarked;
