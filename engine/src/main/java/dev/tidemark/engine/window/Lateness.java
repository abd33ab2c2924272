package dev.tidemark.engine.window;

import dev.tidemark.engine.time.Times;
import java.time.Duration;

/**
 * The arithmetic of late data, in one place.
 *
 * <p>A window is late when {@code maxTimestamp + allowedLateness ≤ watermark}; its state is cleaned at that time. For
 * windows of processing time lateness does not apply. Source: Flink's {@code WindowOperator.isWindowLate},
 * {@code cleanupTime} and {@code isElementLate}.
 *
 * @param allowedMillis how long after its end a window takes late elements
 */
public record Lateness(long allowedMillis, boolean eventTime) {
    public Lateness {
        if (allowedMillis < 0) {
            throw new IllegalArgumentException("allowed lateness is " + Times.text(Duration.ofMillis(allowedMillis))
                    + "; it must be zero or more");
        }
    }

    /** When the window's state goes, in the window's time domain; {@link Long#MAX_VALUE} is never. */
    public long cleanupTime(Window window) {
        return eventTime ? Times.saturatedAdd(window.maxTimestamp(), allowedMillis) : window.maxTimestamp();
    }

    /** Whether the window takes nothing any more. */
    public boolean windowLate(Window window, long watermark) {
        return eventTime && cleanupTime(window) <= watermark;
    }

    /** Whether an element that no window took counts as late; as Flink's, the sum may run over the end of time. */
    public boolean elementLate(long timestamp, long watermark) {
        return eventTime && timestamp + allowedMillis <= watermark;
    }

    /** Whether a merged window counts as over, which only a sum that runs over the end of time makes it; as Flink's. */
    boolean mergedLate(Window merged, long watermark) {
        return eventTime && merged.maxTimestamp() + allowedMillis <= watermark;
    }
}
