/** The notebook's variables for those who look on: a table that follows the cells, and a comm for front ends. */
@NullMarked
package dev.tidemark.kernel.variables;

import org.jspecify.annotations.NullMarked;
