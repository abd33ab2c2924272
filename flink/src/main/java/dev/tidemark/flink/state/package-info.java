/**
 * The engine's keyed state over Flink's. Begin with {@link dev.tidemark.flink.state.FlinkKeyedState}.
 */
@NullMarked
package dev.tidemark.flink.state;

import org.jspecify.annotations.NullMarked;
