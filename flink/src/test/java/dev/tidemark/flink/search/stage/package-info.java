/**
 * What random pipelines are made of: stages, each an operator or a few, from hits to hits. Begin with
 * {@link dev.tidemark.flink.search.stage.Stage}; {@link dev.tidemark.flink.search.stage.Draw} draws one.
 */
@NullMarked
package dev.tidemark.flink.search.stage;

import org.jspecify.annotations.NullMarked;
