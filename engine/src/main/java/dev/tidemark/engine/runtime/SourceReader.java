package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
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
import org.jspecify.annotations.Nullable;

/**
 * One subtask of a source: reads its partitions and merges their watermarks.
 *
 * <p>The watermark is the minimum over the partitions that are not idle; when all are, it jumps to the maximum and the
 * source is idle. A subtask without partitions is idle from the start, until the source as a whole
 * is over: were it over before, its end of time would carry the watermark along when the others are idle. Source: Flink's
 * {@code WatermarkOutputMultiplexer} and {@code WatermarkToDataOutput}.
 */
final class SourceReader {
    private final Node node;
    private final int subtask;
    private final Role.SourceRole role;
    private final List<SourcePartition> partitions;
    private final long startMillis;
    private final long lastArrivalMillis;
    private final BooleanSupplier sourceOver;
    private long combined = Watermark.BEGINNING;
    private boolean idle;
    private long combineAt = Long.MAX_VALUE;
    private boolean ended;
    /** The partition whose last event waits below for room and was not seen yet; −1 for none. */
    private int unseen = -1;

    private boolean atOnce;
    private @Nullable AlignedReader aligned;

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
        this.lastArrivalMillis = lastArrivalMillis;
        if (partitions.isEmpty()) {
            combineAt = startMillis;
        }
    }

    /** In batch everything is there from the start, and no watermark is said before the end. */
    void readAtOnce() {
        atOnce = true;
        combineAt = Long.MAX_VALUE;
    }

    /** The source waits for others. */
    void alignedBy(AlignedReader alignment) {
        aligned = alignment;
    }

    @Nullable
    AlignedReader aligned() {
        return aligned;
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
        if (ended || atOnce) {
            return Long.MAX_VALUE;
        }
        long next = combineAt;
        for (SourcePartition partition : partitions) {
            next = Math.min(next, partition.watermark().nextProbe());
        }
        return next;
    }

    /** When the next recorded event arrives that has not arrived yet. */
    long nextArrival(long now) {
        long next = Long.MAX_VALUE;
        if (atOnce) {
            return next;
        }
        for (int i = 0; i < partitions.size(); i++) {
            next = stopped(i) ? next : Math.min(next, partitions.get(i).nextArrival());
        }
        boolean waitsForEnd = !ended && next == Long.MAX_VALUE && lastArrivalMillis > now && allRead();
        return waitsForEnd ? lastArrivalMillis : next;
    }

    /** Whether a partition can be read. */
    boolean readable(int partition, long now) {
        return partitions.get(partition).ready(atOnce ? Long.MAX_VALUE : now) && !stopped(partition);
    }

    private boolean stopped(int partition) {
        return aligned != null && aligned.paused(partition);
    }

    /** Whether it is in an alignment group. */
    boolean inGroup() {
        return aligned != null;
    }

    /** When the next comparison is due that this subtask does for its alignment group. */
    long nextComparison() {
        return aligned == null ? Long.MAX_VALUE : aligned.nextOfGroup();
    }

    void measureIdleness(long now) {
        for (int i = 0; i < partitions.size(); i++) {
            partitions.get(i).watermark().pause(aligned != null && aligned.ahead(i), now);
        }
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
        return !ended
                && (atOnce || now >= lastArrivalMillis)
                && allRead()
                && (!partitions.isEmpty() || sourceOver.getAsBoolean())
                && (aligned == null || !aligned.paused());
    }

    /** A periodic probe. */
    void probe(long now, Consumer<StreamElement> out) {
        boolean due = now >= combineAt;
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
        if (atOnce) {
            return;
        }
        boolean moved;
        try {
            moved = partition.watermark().event(value, timestamp, now);
        } catch (RuntimeException e) {
            throw new FunctionFailure(node.name(), subtask, null, "the watermark after " + ValueText.print(value), e);
        }
        if (moved) {
            combine(now, out);
        } else if (aligned != null) {
            aligned.note(now);
        }
    }

    /** An event was read and has found no room yet: the watermark sees it when it has. */
    void seesLater(int partition) {
        unseen = partition;
    }

    /** There is room: the watermark sees what has waited; false when nothing has. */
    boolean seesNow(long now, Consumer<StreamElement> out) {
        if (unseen < 0) {
            return false;
        }
        SourcePartition partition = partitions.get(unseen);
        unseen = -1;
        Event last = partition.last();
        saw(partition, last.value(), last.timestamp(), now, out);
        return true;
    }

    /** The user moved a partition's watermark. */
    void advance(SourcePartition partition, long watermark, long now, Consumer<StreamElement> out) {
        if (!atOnce && partition.watermark().advance(watermark)) {
            combine(now, out);
        }
    }

    /** The user declared a partition idle: takes effect at once. */
    void markIdle(SourcePartition partition, long now, Consumer<StreamElement> out) {
        if (!atOnce && partition.watermark().markIdle()) {
            combine(now, out);
        }
    }

    /** Everything is read: the end of time, the end of input. Flink's sources are not probed a last time. */
    void end(long now, Consumer<StreamElement> out) {
        ended = true;
        if (!idle && combined < Watermark.END_OF_TIME) {
            emit(Watermark.END_OF_TIME, out);
        }
        out.accept(EndOfInput.INSTANCE);
        if (aligned != null) {
            aligned.ended(now);
        }
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
        combineAt = Long.MAX_VALUE;
        long value = allIdle ? maximum : minimum;
        if (value > combined) {
            emit(value, out);
        }
        if (allIdle && !idle) {
            idle = true;
            out.accept(WatermarkStatus.IDLE);
        }
        if (aligned != null) {
            aligned.note(now);
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
        combineAt = startMillis;
    }

    void snapshotProgress(ByteSink out) {
        out.writeLong(combined);
        out.writeBoolean(idle);
        out.writeLong(combineAt);
    }

    void restoreProgress(ByteSource in) {
        combined = in.readLong();
        idle = in.readBoolean();
        combineAt = in.readLong();
    }

    void snapshot(ByteSink out) {
        snapshotProgress(out);
        out.writeBoolean(ended);
        out.writeInt(unseen);
        if (aligned != null) {
            aligned.snapshot(out);
        }
        for (SourcePartition partition : partitions) {
            out.writeVarInt(partition.position());
            partition.watermark().snapshot(out);
        }
    }

    void restore(ByteSource in) {
        restoreProgress(in);
        ended = in.readBoolean();
        unseen = in.readInt();
        if (aligned != null) {
            aligned.restore(in);
        }
        for (SourcePartition partition : partitions) {
            partition.position(in.readVarInt());
            partition.watermark().restore(in);
        }
    }
}
