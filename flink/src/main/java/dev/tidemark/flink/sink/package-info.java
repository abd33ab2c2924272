/**
 * How results come back from a job: each sink notes what it gets, and all notes travel in one stream. Begin with
 * {@link dev.tidemark.flink.sink.Recorder}.
 */
@NullMarked
package dev.tidemark.flink.sink;

import org.jspecify.annotations.NullMarked;
