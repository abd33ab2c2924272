/**
 * Files of recorded events: CSV and JSON lines, read into the user's records.
 *
 * <p>Begin at {@link dev.tidemark.engine.connect.files.RecordFiles}:
 *
 * <pre>{@code
 * record Quake(String id, Instant time, Instant updated, String net, double mag) {}
 * Rows<Quake> quakes = RecordFiles.csv(Path.of("data/earthquakes.csv"), Quake.class, CsvOptions.standard());
 * }</pre>
 *
 * <p>The libraries that read the formats (fastcsv, jackson-databind) are optional dependencies and do not show in any signature.
 */
@NullMarked
package dev.tidemark.engine.connect.files;

import org.jspecify.annotations.NullMarked;
