/**
 * Windows and triggers on Flink: its own where it has them, thin adapters for a user's. Begin with
 * {@link dev.tidemark.flink.window.FlinkAssigners} and {@link dev.tidemark.flink.window.FlinkTriggers}.
 */
@NullMarked
package dev.tidemark.flink.window;

import org.jspecify.annotations.NullMarked;
