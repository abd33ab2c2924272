/**
 * Checkpoints as folders: written so that one is there as a whole or not at all, and read so that what is damaged is never taken for
 * state.
 *
 * <p>Begin with {@link dev.tidemark.engine.checkpoint.store.Checkpoints}, which writes and opens one, and with
 * {@link dev.tidemark.engine.checkpoint.store.CheckpointStore}, which keeps the last few of a job.
 *
 * <pre>{@code
 * Checkpoints.write(run.checkpoint(), Path.of("before-the-change"));
 * run.restore(Checkpoints.open(Path.of("before-the-change")));
 * }</pre>
 *
 * <h2>The form, version 2</h2>
 *
 * A checkpoint is a folder with a file {@code _metadata}: the letters {@code tidemark checkpoint}, the version as an int, the
 * content, and the SHA-256 of everything before, in this and every later version. Parts of up to 4096 bytes stand in the
 * content; each longer one is a file named by the SHA-256 of its bytes, in the same folder for a checkpoint that stands alone, and
 * in {@code ../shared} for one of a store, where equal parts of several checkpoints are one file. Files are written under another
 * name ({@code .part}), forced to the disk and renamed; the folder last.
 */
@NullMarked
package dev.tidemark.engine.checkpoint.store;

import org.jspecify.annotations.NullMarked;
