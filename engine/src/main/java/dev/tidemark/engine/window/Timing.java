package dev.tidemark.engine.window;

/** When a pane was emitted, seen from the watermark: before the window was complete, when it became so, or after. */
public enum Timing {
    EARLY,
    ON_TIME,
    LATE;

    @Override
    public String toString() {
        return this == EARLY ? "early" : this == ON_TIME ? "on time" : "late";
    }
}
