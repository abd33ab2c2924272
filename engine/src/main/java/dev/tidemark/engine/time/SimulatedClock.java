package dev.tidemark.engine.time;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;

/** The only source of "now": processing time that moves because a step moved it, and never back. */
public final class SimulatedClock {
    private long nowMillis;

    public SimulatedClock(long startMillis) {
        this.nowMillis = startMillis;
    }

    /** Processing time in milliseconds since the epoch. */
    public long now() {
        return nowMillis;
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalArgumentException if {@code toMillis} lies before now
     */
    public void moveTo(long toMillis) {
        requireForward(toMillis);
        nowMillis = toMillis;
    }

    /**
     * Checks a move before anything depends on it.
     *
     * @throws IllegalArgumentException if {@code toMillis} lies before now
     */
    public void requireForward(long toMillis) {
        if (toMillis < nowMillis) {
            throw new IllegalArgumentException("the clock stands at " + Times.text(nowMillis)
                    + " and cannot move back to " + Times.text(toMillis) + "; go back in a recorded run instead");
        }
    }

    public void snapshot(ByteSink out) {
        out.writeLong(nowMillis);
    }

    public void restore(ByteSource in) {
        nowMillis = in.readLong();
    }
}
