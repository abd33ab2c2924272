package dev.tidemark.engine.time;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;

/**
 * A watermark as it was at the last few comparisons of an alignment group: the oldest of them decides about a pause, so
 * that a source is not paused for having been ahead only just now. Source: Flink's {@code WatermarkSampler}, with its
 * default size of 3.
 */
public final class WatermarkSamples {
    private static final int SIZE = 3;

    private final long[] samples = {Watermark.BEGINNING, Watermark.BEGINNING, Watermark.BEGINNING};
    private long latest = Watermark.BEGINNING;

    /** The watermark is this now. */
    public void latest(long watermark) {
        latest = watermark;
    }

    /** Takes a sample; the oldest goes. */
    public void sample() {
        System.arraycopy(samples, 1, samples, 0, SIZE - 1);
        samples[SIZE - 1] = latest;
    }

    public long oldest() {
        return samples[0];
    }

    /** Whether another sample would change nothing. */
    public boolean settled() {
        for (long sample : samples) {
            if (sample != latest) {
                return false;
            }
        }
        return true;
    }

    public void snapshot(ByteSink out) {
        out.writeLong(latest);
        for (long sample : samples) {
            out.writeLong(sample);
        }
    }

    public void restore(ByteSource in) {
        latest = in.readLong();
        for (int i = 0; i < SIZE; i++) {
            samples[i] = in.readLong();
        }
    }
}
