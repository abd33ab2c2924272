/** Three events of a key, each sometime after the one before: a low value, a middling one, a high one. */
@NullMarked
package dev.tidemark.benchmarks.pattern;

import org.jspecify.annotations.NullMarked;
