/**
 * Sinks to the outside: results that are written once, whatever fails.
 *
 * <p>Begin at {@link dev.tidemark.engine.sink.Sink}. A sink makes a {@link dev.tidemark.engine.sink.SinkWriter} for each subtask. One that
 * is also a {@link dev.tidemark.engine.sink.SupportsCommitter} writes in two phases: at a checkpoint's barrier its writers hand over
 * committables, which are stored in the checkpoint, and when the checkpoint is complete a {@link
 * dev.tidemark.engine.sink.Committer} makes them visible. Ready ones are in {@code connect.partfiles}
 * and {@code connect.jdbc}.
 *
 * <pre>{@code
 * var written = totals.sinkTo("totals", FileSink.into(folder, Encoders.csv(Total.class)));
 * }</pre>
 */
@NullMarked
package dev.tidemark.engine.sink;

import org.jspecify.annotations.NullMarked;
