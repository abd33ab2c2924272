package dev.tidemark.engine.sink;

import dev.tidemark.engine.connect.partfiles.ClosedPart;
import dev.tidemark.engine.connect.partfiles.FileSink;
import dev.tidemark.engine.connect.partfiles.OpenPart;
import dev.tidemark.engine.state.codec.Codec;
import java.util.List;

/** A file sink in which one call, of all that there are, throws before or after it has done its work. */
final class FaultySink<T>
        implements SupportsWriterState<T, OpenPart>,
                SupportsCommitter<T, ClosedPart>,
                SupportsRollback<OpenPart, ClosedPart> {
    private static final long serialVersionUID = 1L;

    private final FileSink<T> files;
    private final Fault fault;

    FaultySink(FileSink<T> files, Fault fault) {
        this.files = files;
        this.fault = fault;
    }

    @Override
    public StatefulSinkWriter<T, OpenPart> createWriter(SinkContext<T> context) throws Exception {
        return restoreWriter(context, List.of());
    }

    @Override
    @SuppressWarnings("unchecked")
    public StatefulSinkWriter<T, OpenPart> restoreWriter(SinkContext<T> context, List<OpenPart> recovered)
            throws Exception {
        StatefulSinkWriter<T, OpenPart> writer = fault.around(() -> files.restoreWriter(context, recovered));
        return new FaultyWriter<>(writer, (CommittingSinkWriter<T, ClosedPart>) writer, fault);
    }

    private record FaultyWriter<T>(
            StatefulSinkWriter<T, OpenPart> writer, CommittingSinkWriter<T, ClosedPart> committing, Fault fault)
            implements StatefulSinkWriter<T, OpenPart>, CommittingSinkWriter<T, ClosedPart> {
        @Override
        public void write(T value, Context at) throws Exception {
            fault.around(() -> {
                writer.write(value, at);
                return 0;
            });
        }

        @Override
        public void flush(boolean endOfInput) throws Exception {
            fault.around(() -> {
                writer.flush(endOfInput);
                return 0;
            });
        }

        @Override
        public List<ClosedPart> prepareCommit() throws Exception {
            return fault.around(committing::prepareCommit);
        }

        @Override
        public List<OpenPart> snapshotState(long checkpoint) throws Exception {
            return fault.around(() -> writer.snapshotState(checkpoint));
        }

        @Override
        public void close() throws Exception {
            writer.close();
        }
    }

    @Override
    public Committer<ClosedPart> createCommitter(SinkContext<T> context) {
        Committer<ClosedPart> committer = files.createCommitter(context);
        return requests -> fault.around(() -> {
            committer.commit(requests);
            return 0;
        });
    }

    @Override
    public void rollback(List<OpenPart> states, List<ClosedPart> pending) throws Exception {
        fault.around(() -> {
            files.rollback(states, pending);
            return 0;
        });
    }

    @Override
    public void rollbackSubtask(int subtask, List<OpenPart> states, List<ClosedPart> pending) throws Exception {
        fault.around(() -> {
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
