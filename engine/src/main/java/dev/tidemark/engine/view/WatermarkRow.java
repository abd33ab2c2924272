package dev.tidemark.engine.view;

import dev.tidemark.engine.time.Times;

/**
 * How far event time has come in one place.
 *
 * @param place source, partition, channel or operator
 * @param name which one: {@code quakes/ak}, {@code quakes#0 -> strongest#1}, {@code strongest#0}
 * @param watermark milliseconds
 * @param idle whether it is not waited for
 * @param holdsBack whether it is the lowest active input of what comes next
 */
public record WatermarkRow(Place place, String name, long watermark, boolean idle, boolean holdsBack) {
    /** Where a watermark stands. */
    public enum Place {
        PARTITION,
        SOURCE,
        CHANNEL,
        OPERATOR
    }

    @Override
    public String toString() {
        return place + " " + name + " " + Times.text(watermark) + (idle ? " idle" : "")
                + (holdsBack ? " holds back" : "");
    }
}
