package dev.tidemark.engine.runtime;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.Arrays;

/**
 * Which channels of a task have brought a checkpoint's barrier, and wait for those that have not; which are over; and
 * which wait until all others are.
 */
final class ChannelGate {
    private final boolean[] ended;
    private final boolean[] arrived;
    private final boolean[] last;
    private final boolean aligns;
    private long barrier;
    private long passed;

    /** @param aligns whether a channel that has brought the barrier waits */
    ChannelGate(int channels, boolean aligns) {
        this.aligns = aligns;
        ended = new boolean[channels];
        arrived = new boolean[channels];
        last = new boolean[channels];
    }

    /** Nothing is taken from the channels of an input until all others are over. */
    void takesLast(Channel[] channels, int input) {
        for (int i = 0; i < channels.length; i++) {
            last[i] = channels[i].input() == input;
        }
    }

    /** The checkpoint whose barrier is missing in some channels, or 0. */
    long barrier() {
        return barrier;
    }

    /** Whether nothing is taken from a channel for now. */
    boolean waits(int channel) {
        return (aligns && barrier != 0 && arrived[channel]) || (last[channel] && !othersEnded());
    }

    private boolean othersEnded() {
        for (int i = 0; i < ended.length; i++) {
            if (!last[i] && !ended[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes note of a barrier; one of a newer checkpoint makes that of an older one, which has been given up, count for nothing.
     *
     * @return in how many channels it is still to come; −1 for one that is too old to count
     */
    int barrier(int channel, long checkpoint) {
        if (checkpoint < barrier || checkpoint <= passed) {
            return -1;
        }
        if (checkpoint > barrier) {
            Arrays.fill(arrived, false);
            barrier = checkpoint;
        }
        arrived[channel] = true;
        return missing();
    }

    void end(int channel) {
        ended[channel] = true;
    }

    boolean allEnded() {
        for (boolean each : ended) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    /** In how many channels the barrier is still to come. */
    int missing() {
        int missing = 0;
        for (int i = 0; i < arrived.length; i++) {
            missing += arrived[i] || ended[i] ? 0 : 1;
        }
        return missing;
    }

    /** The barrier has passed. */
    void open() {
        passed = Math.max(passed, barrier);
        barrier = 0;
        Arrays.fill(arrived, false);
    }

    void snapshot(ByteSink out) {
        out.writeLong(barrier);
        out.writeLong(passed);
        for (int i = 0; i < ended.length; i++) {
            out.writeBoolean(ended[i]);
            out.writeBoolean(arrived[i]);
        }
    }

    void restore(ByteSource in) {
        barrier = in.readLong();
        passed = in.readLong();
        for (int i = 0; i < ended.length; i++) {
            ended[i] = in.readBoolean();
            arrived[i] = in.readBoolean();
        }
    }
}
