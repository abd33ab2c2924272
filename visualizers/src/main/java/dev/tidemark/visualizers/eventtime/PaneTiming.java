package dev.tidemark.visualizers.eventtime;

import java.util.Locale;

/** Whether a window fired before the watermark passed its end, when it did, or again after that. */
public enum PaneTiming {
    EARLY("#2a9d8f"),
    ON_TIME("#2a6fbb"),
    LATE("#f08a24");

    private final String color;

    PaneTiming(String color) {
        this.color = color;
    }

    /** The timing in words: {@code early}, {@code on time}, {@code late}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String color() {
        return color;
    }
}
