/** Tests of the package of the same name. */
@NullMarked
package dev.tidemark.benchmarks.event;

import org.jspecify.annotations.NullMarked;
