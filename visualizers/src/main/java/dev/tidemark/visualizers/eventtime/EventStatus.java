package dev.tidemark.visualizers.eventtime;

import java.util.Locale;

/** Whether an event came before the watermark, after it but within the allowed lateness, or too late to count. */
public enum EventStatus {
    ON_TIME("#2a6fbb", "circle"),
    LATE("#f08a24", "diamond"),
    DROPPED("#a3123a", "cross");

    private final String color;
    private final String shape;

    EventStatus(String color, String shape) {
        this.color = color;
        this.shape = shape;
    }

    /** The status in words: {@code on time}, {@code late}, {@code dropped}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Its colour; the three stay apart for every kind of colour vision, and in print by their brightness. */
    String color() {
        return color;
    }

    String shape() {
        return shape;
    }
}
