package dev.tidemark.visualizers.eventtime;

import java.time.Instant;

/**
 * One event: when it happened, when it arrived and what became of it.
 *
 * @param eventTimeMillis when it happened, in epoch milliseconds
 * @param arrivalMillis the processing time at which it arrived, in epoch milliseconds
 * @param status whether it was on time
 * @param key its key, empty if it has none
 * @param partition the source partition that it came through, empty if there is only one
 * @param label what it is, in a few words, for who points at it; may be empty
 */
public record EventPoint(
        long eventTimeMillis, long arrivalMillis, EventStatus status, String key, String partition, String label) {

    /** An event without partition or label. */
    public static EventPoint of(Instant eventTime, Instant arrival, EventStatus status, String key) {
        return new EventPoint(eventTime.toEpochMilli(), arrival.toEpochMilli(), status, key, "", "");
    }

    /** How long after it happened the event arrived; negative if it arrived before. */
    public long delayMillis() {
        return arrivalMillis - eventTimeMillis;
    }

    boolean isDrawable() {
        return Times.isFinite(eventTimeMillis) && Times.isFinite(arrivalMillis);
    }

    boolean isOnTime() {
        return status == EventStatus.ON_TIME;
    }
}
