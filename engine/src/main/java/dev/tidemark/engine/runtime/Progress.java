package dev.tidemark.engine.runtime;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;

/** How far the inputs and operators of a task have come: what a checkpoint keeps for the run that wants it. */
final class Progress {
    private final Task task;

    Progress(Task task) {
        this.task = task;
    }

    /** Starts at a watermark that was reached before; a source says its own again at once. */
    void resumeAt(long watermark) {
        task.merger().resumeAt(watermark);
        if (task.reader() != null) {
            task.reader().sayAgain();
        }
        if (task.own().assigned() != null) {
            task.own().assigned().resumeAt(watermark);
        }
        task.chain().forEach(operator -> operator.watermark(watermark));
    }

    byte[] write() {
        ByteSink out = new ByteSink();
        out.writeVarInt(task.inputs().size());
        out.writeVarInt(task.chain().size());
        task.merger().snapshot(out);
        if (task.reader() != null) {
            task.reader().snapshotProgress(out);
        }
        if (task.own().assigned() != null) {
            task.own().assigned().snapshotProgress(out);
        }
        task.chain().forEach(operator -> operator.snapshotProgress(out));
        return out.toBytes();
    }

    /** Whether {@code written} is that of a task with as many inputs and operators. */
    boolean fits(byte[] written) {
        ByteSource in = new ByteSource(written);
        return in.readVarInt() == task.inputs().size()
                && in.readVarInt() == task.chain().size();
    }

    /** Starts where a task like this one was. */
    void read(byte[] written) {
        ByteSource in = new ByteSource(written);
        in.readVarInt();
        in.readVarInt();
        task.merger().restore(in);
        if (task.reader() != null) {
            task.reader().restoreProgress(in);
        }
        if (task.own().assigned() != null) {
            task.own().assigned().restoreProgress(in);
        }
        task.chain().forEach(operator -> operator.restoreProgress(in));
    }
}
