package dev.tidemark.engine.connect.partfiles;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a part is closed and another begun.
 *
 * <p>Size and age are looked at in front of each result, age also at a checkpoint, always on the simulated clock. Source: Flink's {@code
 * OnCheckpointRollingPolicy} and {@code DefaultRollingPolicy}.
 *
 * @param atCheckpoints whether every checkpoint closes the part; else it goes on, and what stands behind the checkpoint is cut off
 *     after a restart
 * @param bytes the size from which it is closed
 * @param age how long after its first result it is closed
 */
public record RollingPolicy(boolean atCheckpoints, long bytes, Duration age) implements Serializable {
    private static final Duration EVER = Duration.ofMillis(Long.MAX_VALUE);

    public RollingPolicy {
        if (bytes < 1 || age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException(
                    "a part of " + bytes + " bytes and of " + age + " can't be rolled; both must be more than nothing");
        }
    }

    /** Each checkpoint closes the part, nothing else does. */
    public static RollingPolicy onCheckpoint() {
        return new RollingPolicy(true, Long.MAX_VALUE, EVER);
    }

    /** Parts go on over checkpoints, until they are large or old enough. */
    public static RollingPolicy acrossCheckpoints() {
        return new RollingPolicy(false, Long.MAX_VALUE, EVER);
    }

    /** The same, and a part of so many bytes is closed. */
    public RollingPolicy atBytes(long size) {
        return new RollingPolicy(atCheckpoints, size, age);
    }

    /** The same, and a part is closed so long after it was begun. */
    public RollingPolicy after(Duration time) {
        return new RollingPolicy(atCheckpoints, bytes, time);
    }

    boolean rolls(long length, long openedMillis, long nowMillis) {
        return length >= bytes || isOld(openedMillis, nowMillis);
    }

    boolean rollsAtCheckpoint(long openedMillis, long nowMillis) {
        return atCheckpoints || isOld(openedMillis, nowMillis);
    }

    private boolean isOld(long openedMillis, long nowMillis) {
        return nowMillis - openedMillis >= age.toMillis();
    }
}
