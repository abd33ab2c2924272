package dev.tidemark.benchmarks.measure;

import java.util.Locale;

/** How a speed is written. */
enum Unit {
    /** Events a second. */
    EVENTS,
    /** Pipelines a second. */
    PIPELINES,
    /** How long one thing took. */
    MILLISECONDS;

    /** Whether it is told by how long it takes, so that less is better. */
    boolean isTime() {
        return this == MILLISECONDS;
    }

    /** The speed of a round in words: 12.3 M/s, 4,567 /s, 89 ms. */
    String text(double perSecond) {
        return switch (this) {
            case MILLISECONDS -> String.format(Locale.ROOT, "%,.0f ms", 1000 / perSecond);
            case PIPELINES -> String.format(Locale.ROOT, "%,.0f /s", perSecond);
            case EVENTS ->
                perSecond >= 1e6
                        ? String.format(Locale.ROOT, "%.2f M/s", perSecond / 1e6)
                        : String.format(Locale.ROOT, "%.0f k/s", perSecond / 1e3);
        };
    }
}
