package dev.tidemark.engine.function;

/**
 * Registers timers for the current key; equal timers are one.
 *
 * <p>An event-time timer for {@code t} fires when the watermark reaches {@code t}; one at or below the current
 * watermark fires with the next advance. A processing-time timer for {@code t} fires at {@code t + 1} ms, when the
 * millisecond {@code t} is over. Source: Flink's {@code TimerService} and {@code SystemProcessingTimeService}.
 */
public interface TimerService {
    void registerEventTimeTimer(long timestamp);

    void registerProcessingTimeTimer(long timestamp);

    /** Does nothing when there is no such timer. */
    void deleteEventTimeTimer(long timestamp);

    /** Does nothing when there is no such timer. */
    void deleteProcessingTimeTimer(long timestamp);

    long watermark();

    long processingTime();
}
