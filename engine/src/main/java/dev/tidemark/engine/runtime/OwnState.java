package dev.tidemark.engine.runtime;

import dev.tidemark.engine.operator.CheckpointedOperator;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.ArrayList;
import java.util.List;

/** What a checkpoint holds of an operator outside of keys, and how that comes back. */
final class OwnState {
    private OwnState() {}

    /** Writes what one subtask keeps: the entries of a {@link CheckpointedOperator}, else its snapshot. */
    static void write(OperatorSubtask subtask, ByteSink out) {
        if (subtask.operator() instanceof SinkOperator sink) {
            sink.checkpoint(out);
        } else if (subtask.operator() instanceof CheckpointedOperator own) {
            List<byte[]> entries = own.checkpointed();
            out.writeLength(entries.size());
            entries.forEach(out::writeBytes);
        } else {
            subtask.operator().snapshot(out);
        }
    }

    /** Hands a subtask its share of what {@link #write} wrote for each subtask of before. */
    static void resume(OperatorSubtask subtask, List<byte[]> before) {
        if (subtask.operator() instanceof SinkOperator sink) {
            sink.resume(before);
        }
        if (!(subtask.operator() instanceof CheckpointedOperator own)) {
            return;
        }
        List<List<byte[]>> stored = before.stream().map(OwnState::entries).toList();
        try {
            own.resume(own.redistribution().share(stored, subtask.subtask(), subtask.parallelism()));
        } catch (Exception e) {
            throw new FunctionFailure(
                    subtask.name(), subtask.subtask(), null, "while it took over its state from a checkpoint", e);
        }
    }

    private static List<byte[]> entries(byte[] written) {
        List<byte[]> entries = new ArrayList<>();
        if (written.length > 0) { // nothing: the operator of this uid kept no state of its own then
            ByteSource in = new ByteSource(written);
            for (int left = in.readLength(); left > 0; left--) {
                entries.add(in.readBytes());
            }
        }
        return entries;
    }
}
