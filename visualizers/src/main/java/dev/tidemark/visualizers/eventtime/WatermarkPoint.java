package dev.tidemark.visualizers.eventtime;

import java.time.Instant;

/**
 * From this processing time on, the watermark stood there.
 *
 * @param processingTimeMillis when it got there, in epoch milliseconds
 * @param watermarkMillis the watermark in epoch milliseconds, or one of the infinities
 */
public record WatermarkPoint(long processingTimeMillis, long watermarkMillis) {

    /** A finite watermark. */
    public static WatermarkPoint of(Instant processingTime, Instant watermark) {
        return new WatermarkPoint(processingTime.toEpochMilli(), watermark.toEpochMilli());
    }
}
