package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.transcript.ValueText;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One subtask of a source: reads its partitions and merges their watermarks.
 *
 * <p>The watermark is the minimum over the partitions that are not idle; when all are, it jumps to the maximum and the
 * next probe declares the source idle. A subtask without partitions is idle from the start, until the source as a whole
 * is over: were it over before, its end of time would carry the watermark along when the others are idle. Source: Flink's
 * {@code WatermarkOutputMultiplexer} and {@code WatermarkToDataOutput}.
 */
final class SourceReader {
    private final Node node;
    private final int subtask;
    private final Role.SourceRole role;
    private final List<SourcePartition> partitions;
    private final long startMillis;
    private final long probeMillis;
    private final long lastArrivalMillis;
    private final BooleanSupplier sourceOver;
    private long combined = Watermark.BEGINNING;
    private boolean idle;
    private long idleProbeAt = Long.MAX_VALUE;
    private boolean ended;

    SourceReader(
            Node node,
            int subtask,
            Role.SourceRole role,
            List<SourcePartition> partitions,
            long startMillis,
            long lastArrivalMillis,
            BooleanSupplier sourceOver) {
        this.sourceOver = sourceOver;
        this.node = node;
        this.subtask = subtask;
        this.role = role;
        this.partitions = partitions;
        this.startMillis = startMillis;
        this.probeMillis = role.watermarks().intervalMillis();
        this.lastArrivalMillis = lastArrivalMillis;
        if (partitions.isEmpty()) {
            idleProbeAt = startMillis;
        }
    }

    Node node() {
        return node;
    }

    int subtask() {
        return subtask;
    }

    List<SourcePartition> partitions() {
        return partitions;
    }

    long combined() {
        return combined;
    }

    boolean idle() {
        return idle;
    }

    boolean ended() {
        return ended;
    }

    Role.SourceRole role() {
        return role;
    }

    /** When the next periodic probe that changes something is due. */
    long nextProbe() {
        if (ended) {
            return Long.MAX_VALUE;
        }
        long next = idle ? Long.MAX_VALUE : idleProbeAt;
        for (SourcePartition partition : partitions) {
            next = Math.min(next, partition.watermark().nextProbe());
        }
        return next;
    }

    /** When the next recorded event arrives that has not arrived yet. */
    long nextArrival(long now) {
        long next = Long.MAX_VALUE;
        for (SourcePartition partition : partitions) {
            next = Math.min(next, partition.nextArrival());
        }
        boolean waitsForEnd = !ended && next == Long.MAX_VALUE && lastArrivalMillis > now && allRead();
        return waitsForEnd ? lastArrivalMillis : next;
    }

    private boolean allRead() {
        for (int i = 0; i < partitions.size(); i++) {
            if (!partitions.get(i).done()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the source can end: everything is read, and the trace as a whole is over. */
    boolean canEnd(long now) {
        return !ended && now >= lastArrivalMillis && allRead() && (!partitions.isEmpty() || sourceOver.getAsBoolean());
    }

    /** A periodic probe. */
    void probe(long now, Consumer<StreamElement> out) {
        boolean due = now >= idleProbeAt;
        for (SourcePartition partition : partitions) {
            if (now >= partition.watermark().nextProbe()) {
                partition.watermark().probe(now);
                due = true;
            }
        }
        if (due) {
            combine(now, out);
        }
    }

    /** An event was read: lets the partition's watermark see it. */
    void saw(SourcePartition partition, Object value, long timestamp, long now, Consumer<StreamElement> out) {
        boolean moved;
        try {
            moved = partition.watermark().event(value, timestamp, now);
        } catch (RuntimeException e) {
            throw new FunctionFailure(node.name(), subtask, null, "the watermark after " + ValueText.print(value), e);
        }
        if (moved) {
            combine(now, out);
        }
    }

    /** The user moved a partition's watermark. */
    void advance(SourcePartition partition, long watermark, long now, Consumer<StreamElement> out) {
        if (partition.watermark().advance(watermark)) {
            combine(now, out);
        }
    }

    /** The user declared a partition idle: takes effect at once. */
    void markIdle(SourcePartition partition, long now, Consumer<StreamElement> out) {
        if (partition.watermark().markIdle()) {
            combine(now, out);
            if (idleProbeAt != Long.MAX_VALUE && !idle) {
                combine(now, out);
            }
        }
    }

    /** Everything is read: the end of time, the end of input. Flink's sources are not probed a last time. */
    void end(Consumer<StreamElement> out) {
        ended = true;
        if (!idle && combined < Watermark.END_OF_TIME) {
            emit(Watermark.END_OF_TIME, out);
        }
        out.accept(dev.tidemark.engine.element.EndOfInput.INSTANCE);
    }

    private void combine(long now, Consumer<StreamElement> out) {
        long minimum = Long.MAX_VALUE;
        long maximum = Long.MIN_VALUE;
        boolean allIdle = true;
        for (SourcePartition partition : partitions) {
            long watermark = partition.watermark().watermark();
            maximum = Math.max(maximum, watermark);
            if (!partition.watermark().idle()) {
                minimum = Math.min(minimum, watermark);
                allIdle = false;
            }
        }
        idleProbeAt = Long.MAX_VALUE;
        long value = allIdle ? maximum : minimum;
        if (value > combined) {
            emit(value, out);
            if (allIdle) {
                idleProbeAt = now + probeMillis;
            }
        } else if (allIdle && !idle) {
            idle = true;
            out.accept(WatermarkStatus.IDLE);
        }
    }

    private void emit(long value, Consumer<StreamElement> out) {
        combined = value;
        if (idle) {
            idle = false;
            out.accept(WatermarkStatus.ACTIVE);
        }
        out.accept(new Watermark(value));
    }

    /** Combines and emits the partitions' watermarks before anything else is read. */
    void sayAgain() {
        idleProbeAt = startMillis;
    }

    void snapshotProgress(ByteSink out) {
        out.writeLong(combined);
        out.writeBoolean(idle);
        out.writeLong(idleProbeAt);
    }

    void restoreProgress(ByteSource in) {
        combined = in.readLong();
        idle = in.readBoolean();
        idleProbeAt = in.readLong();
    }

    void snapshot(ByteSink out) {
        snapshotProgress(out);
        out.writeBoolean(ended);
        for (SourcePartition partition : partitions) {
            out.writeVarInt(partition.position());
            partition.watermark().snapshot(out);
        }
    }

    void restore(ByteSource in) {
        restoreProgress(in);
        ended = in.readBoolean();
        for (SourcePartition partition : partitions) {
            partition.position(in.readVarInt());
            partition.watermark().restore(in);
        }
    }
}
