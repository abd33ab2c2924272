/** Proofs of the law: the same topology, inputs and seed give the same run, in every JVM. */
@NullMarked
package dev.tidemark.engine.determinism;

import org.jspecify.annotations.NullMarked;
