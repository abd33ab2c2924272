package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.operator.AssignWatermarksOperator;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.PartitionWatermark;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.transcript.ValueText;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The watermarks that one subtask makes of the elements that pass it, in place of those that come in.
 *
 * <p>Its probes are timers of processing time, each set by the one before, and come one millisecond after their time: with an
 * interval of 200 ms they are 201 ms apart. What has passed is forgotten at a restart, as it is for sources. Source: Flink's {@code TimestampsAndWatermarksOperator}.
 */
final class AssignedWatermarks {
    private final OperatorSubtask subtask;
    private final AssignWatermarksOperator operator;
    private final PartitionWatermark watermark;
    private final long bound;
    private long emitted = Watermark.BEGINNING;
    private boolean idle;
    private @Nullable Object unseen;
    private long unseenTime;

    AssignedWatermarks(
            OperatorSubtask subtask, AssignWatermarksOperator operator, Watermarks<?> strategy, long startMillis) {
        this.subtask = subtask;
        this.operator = operator;
        this.watermark = strategy.every(Duration.ofMillis(strategy.intervalMillis() + 1))
                .start(startMillis); // a timer fires when its time is over
        this.bound = strategy.bound();
    }

    /** How much the watermark stays behind the latest element; −1 when it is not made of times. */
    long bound() {
        return bound;
    }

    PartitionWatermark watermark() {
        return watermark;
    }

    /** When the next periodic probe that changes something is due. */
    long nextProbe() {
        return emitted == Watermark.END_OF_TIME ? Long.MAX_VALUE : watermark.nextProbe();
    }

    /** A periodic probe. */
    void probe(long now, Consumer<StreamElement> out) {
        if (watermark.probe(now)) {
            say(out);
        }
    }

    /** An element has passed. */
    void saw(Object value, long now, Consumer<StreamElement> out) {
        saw(value, operator.assigned(), now, out);
    }

    private void saw(Object value, long timestamp, long now, Consumer<StreamElement> out) {
        boolean moved;
        try {
            moved = watermark.event(value, timestamp, now);
        } catch (RuntimeException e) {
            throw new FunctionFailure(
                    subtask.name(), subtask.subtask(), null, "the watermark after " + ValueText.print(value), e);
        }
        if (moved) {
            say(out);
        }
    }

    /** An element has passed and has found no room below yet: it is seen when it has. */
    void seesLater(Object value) {
        unseen = value;
        unseenTime = operator.assigned();
    }

    /** There is room: sees what has waited; false when nothing has. */
    boolean seesNow(long now, Consumer<StreamElement> out) {
        Object value = unseen;
        if (value == null) {
            return false;
        }
        unseen = null;
        saw(value, unseenTime, now, out);
        return true;
    }

    /** A watermark came in, of which only the end of time counts. */
    void came(long value, Consumer<StreamElement> out) {
        if (value == Watermark.END_OF_TIME) {
            emit(value, out);
        }
    }

    /** Nothing more comes: unless the end of time did, there is a last probe. */
    void end(long now, Consumer<StreamElement> out) {
        if (emitted < Watermark.END_OF_TIME && watermark.last(now)) {
            say(out);
        }
    }

    private void say(Consumer<StreamElement> out) {
        if (!watermark.idle()) {
            emit(watermark.watermark(), out);
        } else if (!idle) {
            idle = true;
            out.accept(WatermarkStatus.IDLE);
        }
    }

    private void emit(long value, Consumer<StreamElement> out) {
        if (value > emitted) {
            emitted = value;
            if (idle) {
                idle = false;
                out.accept(WatermarkStatus.ACTIVE);
            }
            out.accept(new Watermark(value));
        }
    }

    /** Starts at a watermark that was reached before. */
    void resumeAt(long value) {
        emitted = value;
    }

    void snapshotProgress(ByteSink out) {
        out.writeLong(emitted);
        out.writeBoolean(idle);
    }

    void restoreProgress(ByteSource in) {
        emitted = in.readLong();
        idle = in.readBoolean();
    }

    void snapshot(ByteSink out) {
        snapshotProgress(out);
        watermark.snapshot(out);
        out.writeBoolean(unseen != null);
        if (unseen != null) {
            subtask.node().output().write(unseen, out);
            out.writeLong(unseenTime);
        }
    }

    void restore(ByteSource in) {
        restoreProgress(in);
        watermark.restore(in);
        unseen = in.readBoolean() ? subtask.node().output().read(in) : null;
        unseenTime = unseen == null ? 0 : in.readLong();
    }
}
