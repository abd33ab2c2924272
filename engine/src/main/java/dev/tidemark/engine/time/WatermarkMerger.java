package dev.tidemark.engine.time;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;

/**
 * Turns the watermarks of several channels into one: the minimum over the channels that are active and aligned.
 *
 * <p>Laws: the output never falls; an idle channel is not waited for; a channel that wakes up behind the output stays
 * unaligned until it has caught up; when the last channel goes idle and it was the one that held the minimum, the
 * output jumps to the maximum. Source: Flink's {@code StatusWatermarkValve}.
 */
public final class WatermarkMerger {
    /** Where the merged watermark and status go. */
    public interface Output {
        void watermark(long watermark);

        void status(WatermarkStatus status);
    }

    private final long[] watermark;
    private final boolean[] active;
    private final boolean[] aligned;
    private long output = Watermark.BEGINNING;
    private WatermarkStatus outputStatus = WatermarkStatus.ACTIVE;

    /** A merger whose channels are all active and stand at the beginning. */
    public WatermarkMerger(int channels) {
        watermark = new long[channels];
        active = new boolean[channels];
        aligned = new boolean[channels];
        java.util.Arrays.fill(watermark, Watermark.BEGINNING);
        java.util.Arrays.fill(active, true);
        java.util.Arrays.fill(aligned, true);
    }

    /** Takes a watermark that arrived in {@code channel}; one that does not rise, or comes from an idle channel, is ignored. */
    public void watermark(int channel, long value, Output out) {
        if (outputStatus == WatermarkStatus.IDLE || !active[channel] || value <= watermark[channel]) {
            return;
        }
        watermark[channel] = value;
        if (!aligned[channel] && value >= output) {
            aligned[channel] = true;
        }
        emitMinimum(out);
    }

    /** Takes a change of status that arrived in {@code channel}. */
    public void status(int channel, WatermarkStatus status, Output out) {
        if (status == WatermarkStatus.IDLE && active[channel]) {
            active[channel] = false;
            aligned[channel] = false;
            if (noneActive()) {
                if (watermark[channel] == output) {
                    emit(maximum(), out);
                }
                outputStatus = WatermarkStatus.IDLE;
                out.status(WatermarkStatus.IDLE);
            } else if (watermark[channel] == output) {
                emitMinimum(out);
            }
        } else if (status == WatermarkStatus.ACTIVE && !active[channel]) {
            active[channel] = true;
            aligned[channel] = watermark[channel] >= output;
            if (outputStatus == WatermarkStatus.IDLE) {
                outputStatus = WatermarkStatus.ACTIVE;
                out.status(WatermarkStatus.ACTIVE);
            }
        }
    }

    /** All channels start at a watermark that was reached before. */
    public void resumeAt(long value) {
        output = value;
        java.util.Arrays.fill(watermark, value);
    }

    /** What {@code channel} stands at. */
    public long watermark(int channel) {
        return watermark[channel];
    }

    /** Whether {@code channel} is active. */
    public boolean active(int channel) {
        return active[channel];
    }

    /** Whether {@code channel} takes part in the minimum. */
    public boolean aligned(int channel) {
        return aligned[channel];
    }

    private void emitMinimum(Output out) {
        long minimum = Long.MAX_VALUE;
        boolean any = false;
        for (int i = 0; i < watermark.length; i++) {
            if (aligned[i]) {
                any = true;
                minimum = Math.min(minimum, watermark[i]);
            }
        }
        if (any) {
            emit(minimum, out);
        }
    }

    private void emit(long value, Output out) {
        if (value > output) {
            output = value;
            out.watermark(value);
        }
    }

    private long maximum() {
        long maximum = Watermark.BEGINNING;
        for (long each : watermark) {
            maximum = Math.max(maximum, each);
        }
        return maximum;
    }

    private boolean noneActive() {
        for (boolean each : active) {
            if (each) {
                return false;
            }
        }
        return true;
    }

    public void snapshot(ByteSink out) {
        out.writeLong(output);
        out.writeBoolean(outputStatus == WatermarkStatus.IDLE);
        for (int i = 0; i < watermark.length; i++) {
            out.writeLong(watermark[i]);
            out.writeBoolean(active[i]);
            out.writeBoolean(aligned[i]);
        }
    }

    public void restore(ByteSource in) {
        output = in.readLong();
        outputStatus = in.readBoolean() ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE;
        for (int i = 0; i < watermark.length; i++) {
            watermark[i] = in.readLong();
            active[i] = in.readBoolean();
            aligned[i] = in.readBoolean();
        }
    }
}
