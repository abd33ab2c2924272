package dev.tidemark.engine.sink;

import dev.tidemark.engine.connect.partfiles.ClosedPart;
import dev.tidemark.engine.connect.partfiles.FileSink;
import dev.tidemark.engine.connect.partfiles.OpenPart;
import dev.tidemark.engine.state.codec.Codec;
import java.util.List;

/** A file sink each of whose calls is watched. */
final class WatchedSink<T>
        implements SupportsWriterState<T, OpenPart>,
                SupportsCommitter<T, ClosedPart>,
                SupportsRollback<OpenPart, ClosedPart> {
    private static final long serialVersionUID = 1L;

    private final FileSink<T> files;
    private final Watch watch;

    WatchedSink(FileSink<T> files, Watch watch) {
        this.files = files;
        this.watch = watch;
    }

    @Override
    public StatefulSinkWriter<T, OpenPart> createWriter(SinkContext<T> context) throws Exception {
        return restoreWriter(context, List.of());
    }

    @Override
    @SuppressWarnings("unchecked")
    public StatefulSinkWriter<T, OpenPart> restoreWriter(SinkContext<T> context, List<OpenPart> recovered)
            throws Exception {
        StatefulSinkWriter<T, OpenPart> writer =
                watch.around("restoreWriter", () -> files.restoreWriter(context, recovered));
        return new WatchedWriter<>(writer, (CommittingSinkWriter<T, ClosedPart>) writer, watch);
    }

    private record WatchedWriter<T>(
            StatefulSinkWriter<T, OpenPart> writer, CommittingSinkWriter<T, ClosedPart> committing, Watch watch)
            implements StatefulSinkWriter<T, OpenPart>, CommittingSinkWriter<T, ClosedPart> {
        @Override
        public void write(T value, Context at) throws Exception {
            watch.around("write", () -> {
                writer.write(value, at);
                return 0;
            });
        }

        @Override
        public void flush(boolean endOfInput) throws Exception {
            watch.around("flush", () -> {
                writer.flush(endOfInput);
                return 0;
            });
        }

        @Override
        public List<ClosedPart> prepareCommit() throws Exception {
            return watch.around("prepareCommit", committing::prepareCommit);
        }

        @Override
        public List<OpenPart> snapshotState(long checkpoint) throws Exception {
            return watch.around("snapshotState", () -> writer.snapshotState(checkpoint));
        }

        @Override
        public void close() throws Exception {
            writer.close();
        }
    }

    @Override
    public Committer<ClosedPart> createCommitter(SinkContext<T> context) {
        Committer<ClosedPart> committer = files.createCommitter(context);
        return requests -> watch.around("commit", () -> {
            committer.commit(requests);
            return 0;
        });
    }

    @Override
    public void rollback(List<OpenPart> states, List<ClosedPart> pending) throws Exception {
        watch.around("rollback", () -> {
            files.rollback(states, pending);
            return 0;
        });
    }

    @Override
    public void rollbackSubtask(int subtask, List<OpenPart> states, List<ClosedPart> pending) throws Exception {
        watch.around("rollbackSubtask", () -> {
            files.rollbackSubtask(subtask, states, pending);
            return 0;
        });
    }

    @Override
    public Codec<OpenPart> writerStateCodec() {
        return files.writerStateCodec();
    }

    @Override
    public Codec<ClosedPart> committableCodec() {
        return files.committableCodec();
    }
}
