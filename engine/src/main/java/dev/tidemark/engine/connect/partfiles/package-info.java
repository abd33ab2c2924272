/**
 * Results written to files in parts that roll, each result once.
 *
 * <p>Begin at {@link dev.tidemark.engine.connect.partfiles.FileSink}:
 *
 * <pre>{@code
 * totals.sinkTo("totals", FileSink.into(folder, Encoders.csv(Total.class)));
 * }</pre>
 */
@NullMarked
package dev.tidemark.engine.connect.partfiles;

import org.jspecify.annotations.NullMarked;
