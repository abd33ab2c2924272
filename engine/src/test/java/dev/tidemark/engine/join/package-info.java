/** Tests of what joins are made of; their semantics are timelines and oracles. */
@NullMarked
package dev.tidemark.engine.join;

import org.jspecify.annotations.NullMarked;
