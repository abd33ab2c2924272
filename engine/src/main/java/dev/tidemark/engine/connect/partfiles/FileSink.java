package dev.tidemark.engine.connect.partfiles;

import dev.tidemark.engine.sink.Committer;
import dev.tidemark.engine.sink.SinkContext;
import dev.tidemark.engine.sink.SupportsCommitter;
import dev.tidemark.engine.sink.SupportsRollback;
import dev.tidemark.engine.sink.SupportsWriterState;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes results into files of one folder, in parts that roll, each result once.
 *
 * <p>A part is <i>in progress</i> while it is written and <i>pending</i> when it is closed, both under a hidden name that ends in {@code
 * .inprogress}; the commit gives it its own name, and from then on it is <i>finished</i> and never changed. A start clears away what
 * is not finished and not in its checkpoint, and cuts a part that goes on over checkpoints back to the length that it had.
 *
 * <p>A part is called {@code part-<subtask>-<checkpoint>-<n>}: the {@code n}-th that the subtask began after that checkpoint. The same
 * run gives the same names. Two jobs must not share a folder and a prefix. A job that starts from an older checkpoint than the
 * last meets finished parts from behind it, and refuses to write them again. Source: Flink's {@code FileSink}.
 *
 * @param <T> the results
 */
public final class FileSink<T>
        implements SupportsWriterState<T, OpenPart>,
                SupportsCommitter<T, ClosedPart>,
                SupportsRollback<OpenPart, ClosedPart> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final Encoder<? super T> encoder;
    private final RollingPolicy rolling;
    private final String prefix;
    private final String suffix;

    private FileSink(String folder, Encoder<? super T> encoder, RollingPolicy rolling, String prefix, String suffix) {
        this.folder = folder;
        this.encoder = encoder;
        this.rolling = rolling;
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** A sink into a folder, which is made when it is missing; a part for each subtask and checkpoint. */
    public static <T> FileSink<T> into(Path folder, Encoder<T> encoder) {
        return new FileSink<>(folder.toAbsolutePath().toString(), encoder, RollingPolicy.onCheckpoint(), "part", "");
    }

    /** The same with parts that roll so. */
    public FileSink<T> rolling(RollingPolicy policy) {
        return new FileSink<>(folder, encoder, policy, prefix, suffix);
    }

    /**
     * The same with parts that are called {@code <prefix>-<subtask>-<checkpoint>-<n><suffix>}.
     *
     * @throws IllegalArgumentException if the prefix is empty, or one of them has a slash
     */
    public FileSink<T> named(String partPrefix, String partSuffix) {
        if (partPrefix.isEmpty() || (partPrefix + partSuffix).contains("/")) {
            throw new IllegalArgumentException("parts can't be named '" + partPrefix + "-…" + partSuffix
                    + "': the prefix must have a letter, and neither a slash; a folder is said with into(…)");
        }
        return new FileSink<>(folder, encoder, rolling, partPrefix, partSuffix);
    }

    private PartFolder parts() {
        return new PartFolder(Path.of(folder), prefix);
    }

    @Override
    public PartWriter<T> createWriter(SinkContext<T> context) throws Exception {
        return restoreWriter(context, List.of());
    }

    @Override
    public PartWriter<T> restoreWriter(SinkContext<T> context, List<OpenPart> recovered) throws Exception {
        PartWriter<T> writer = new PartWriter<>(parts(), encoder, rolling, prefix, suffix, context);
        writer.resume(recovered);
        return writer;
    }

    @Override
    public Committer<ClosedPart> createCommitter(SinkContext<T> context) {
        return new PartCommitter(parts());
    }

    @Override
    public void rollback(List<OpenPart> states, List<ClosedPart> pending) throws Exception {
        parts().keepOnly("", states, pending);
    }

    @Override
    public void rollbackSubtask(int subtask, List<OpenPart> states, List<ClosedPart> pending) throws Exception {
        parts().keepOnly(subtask + "-", states, pending);
    }

    @Override
    public Codec<OpenPart> writerStateCodec() {
        return Codecs.of(OpenPart.class);
    }

    @Override
    public Codec<ClosedPart> committableCodec() {
        return Codecs.of(ClosedPart.class);
    }

    @Override
    public String toString() {
        return "files " + prefix + "-*" + suffix;
    }
}
