/**
 * Keyed state as Flink has it: value, list, map, reducing and aggregating state, each scoped to a key and a namespace. Begin with {@link dev.tidemark.engine.state.KeyedState}.
 */
@NullMarked
package dev.tidemark.engine.state;

import org.jspecify.annotations.NullMarked;
