/** Tests of the package of the same name. */
@NullMarked
package dev.tidemark.benchmarks.window;

import org.jspecify.annotations.NullMarked;
