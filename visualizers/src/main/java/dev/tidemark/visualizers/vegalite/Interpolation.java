package dev.tidemark.visualizers.vegalite;

import java.util.Locale;

/** How a line goes from one point to the next. */
public enum Interpolation {
    /** Straight. */
    LINEAR,
    /** Up or down first, then across. */
    STEP_BEFORE,
    /** Across first, then up or down: the value holds until it changes. */
    STEP_AFTER;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
