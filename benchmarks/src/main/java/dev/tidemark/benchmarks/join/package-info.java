/** Events of two streams that happened to the same key at nearly the same time. */
@NullMarked
package dev.tidemark.benchmarks.join;

import org.jspecify.annotations.NullMarked;
