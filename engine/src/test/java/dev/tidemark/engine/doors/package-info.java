/** Bad input at each door of the engine, and what it says. */
@NullMarked
package dev.tidemark.engine.doors;

import org.jspecify.annotations.NullMarked;
