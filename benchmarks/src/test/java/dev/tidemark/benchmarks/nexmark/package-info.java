/** Tests of the package of the same name. */
@NullMarked
package dev.tidemark.benchmarks.nexmark;

import org.jspecify.annotations.NullMarked;
