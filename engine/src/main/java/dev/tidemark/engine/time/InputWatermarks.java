package dev.tidemark.engine.time;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;

/**
 * Turns the watermarks of the channels of one or two inputs into one.
 *
 * <p>Each input merges its channels; the lower of two inputs' watermarks counts, without those that are idle, and the
 * higher when both are. Source: Flink's {@code IndexedCombinedWatermarkStatus} over a {@code StatusWatermarkValve} per
 * input.
 */
public final class InputWatermarks {
    private final WatermarkMerger[] mergers;
    private final int[] inputOf;
    private final int[] placeOf;
    private final long[] reached;
    private final boolean[] idle;
    private long combined = Watermark.BEGINNING;
    private boolean allIdle;

    /** For channels that belong to these inputs, each 0 or 1. */
    public InputWatermarks(int[] inputOfChannel) {
        inputOf = inputOfChannel.clone();
        placeOf = new int[inputOf.length];
        int inputs = 1;
        for (int input : inputOf) {
            inputs = Math.max(inputs, input + 1);
        }
        int[] channels = new int[inputs];
        for (int i = 0; i < inputOf.length; i++) {
            placeOf[i] = channels[inputOf[i]]++;
        }
        mergers = new WatermarkMerger[inputs];
        for (int i = 0; i < inputs; i++) {
            mergers[i] = new WatermarkMerger(channels[i]);
        }
        reached = new long[inputs];
        idle = new boolean[inputs];
        java.util.Arrays.fill(reached, Watermark.BEGINNING);
    }

    /** Takes a watermark that arrived in {@code channel}. */
    public void watermark(int channel, long value, WatermarkMerger.Output out) {
        int input = inputOf[channel];
        mergers[input].watermark(placeOf[channel], value, mergers.length == 1 ? out : new Side(input, out));
    }

    /** Takes a change of status that arrived in {@code channel}. */
    public void status(int channel, WatermarkStatus status, WatermarkMerger.Output out) {
        int input = inputOf[channel];
        mergers[input].status(placeOf[channel], status, mergers.length == 1 ? out : new Side(input, out));
    }

    /** What one of two inputs says. */
    private final class Side implements WatermarkMerger.Output {
        private final int input;
        private final WatermarkMerger.Output out;

        Side(int input, WatermarkMerger.Output out) {
            this.input = input;
            this.out = out;
        }

        @Override
        public void watermark(long value) {
            idle[input] = false;
            reached[input] = Math.max(reached[input], value);
            combine(out);
        }

        @Override
        public void status(WatermarkStatus status) {
            boolean wasIdle = allIdle;
            idle[input] = status == WatermarkStatus.IDLE;
            combine(out);
            if (wasIdle != allIdle) {
                out.status(allIdle ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
            }
        }
    }

    private void combine(WatermarkMerger.Output out) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        allIdle = true;
        for (int i = 0; i < reached.length; i++) {
            highest = Math.max(highest, reached[i]);
            if (!idle[i]) {
                lowest = Math.min(lowest, reached[i]);
                allIdle = false;
            }
        }
        long value = allIdle ? highest : lowest;
        if (value > combined) {
            combined = value;
            out.watermark(value);
        }
    }

    /** All channels start at a watermark that was reached before. */
    public void resumeAt(long value) {
        for (WatermarkMerger merger : mergers) {
            merger.resumeAt(value);
        }
        combined = value;
    }

    public int channels() {
        return inputOf.length;
    }

    /** What {@code channel} stands at. */
    public long watermark(int channel) {
        return mergers[inputOf[channel]].watermark(placeOf[channel]);
    }

    /** Whether {@code channel} is active. */
    public boolean active(int channel) {
        return mergers[inputOf[channel]].active(placeOf[channel]);
    }

    /** Whether {@code channel} takes part in its input's minimum. */
    public boolean aligned(int channel) {
        return mergers[inputOf[channel]].aligned(placeOf[channel]);
    }

    public void snapshot(ByteSink out) {
        for (int i = 0; i < mergers.length; i++) {
            mergers[i].snapshot(out);
            out.writeLong(reached[i]);
            out.writeBoolean(idle[i]);
        }
        out.writeLong(combined);
        out.writeBoolean(allIdle);
    }

    public void restore(ByteSource in) {
        for (int i = 0; i < mergers.length; i++) {
            mergers[i].restore(in);
            reached[i] = in.readLong();
            idle[i] = in.readBoolean();
        }
        combined = in.readLong();
        allIdle = in.readBoolean();
    }
}
