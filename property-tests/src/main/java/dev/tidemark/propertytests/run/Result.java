package dev.tidemark.propertytests.run;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.time.Times;

/**
 * One result in a sink, as text.
 *
 * @param key the key under which the last keyed operator made it, empty where there is none
 * @param timestamp its event time in milliseconds
 * @param watermark the sink's watermark when it came
 */
public record Result(String key, String value, long timestamp, long watermark) {
    /** The value and its time; times of the given day without a date. */
    public String text(long day) {
        return timestamp == Event.NO_TIMESTAMP ? value : value + " @ " + Times.text(timestamp, day);
    }

    /** The value, its time, and the watermark at which it came. */
    public String textWithWatermark(long day) {
        return text(day) + ", watermark " + Times.text(watermark, day);
    }
}
