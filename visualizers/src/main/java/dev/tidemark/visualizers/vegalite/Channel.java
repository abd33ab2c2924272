package dev.tidemark.visualizers.vegalite;

import java.util.Locale;

/** What a column decides about a mark: where it stands, how it looks, what it says. */
public enum Channel {
    X,
    /** Where a mark that begins at x ends. */
    X2,
    Y,
    /** Where a mark that begins at y ends. */
    Y2,
    X_OFFSET,
    Y_OFFSET,
    COLOR,
    FILL,
    STROKE,
    SHAPE,
    SIZE,
    OPACITY,
    TEXT,
    TOOLTIP,
    /** Parts lines and areas without a look of its own. */
    DETAIL,
    /** In which order a line goes through its points, and bars stand on each other. */
    ORDER,
    /** One small chart below the other for each value. */
    ROW,
    /** One small chart beside the other for each value. */
    COLUMN;

    /** The channel's name in a specification. */
    String key() {
        return switch (this) {
            case X_OFFSET -> "xOffset";
            case Y_OFFSET -> "yOffset";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    boolean hasAxis() {
        return this == X || this == Y;
    }

    boolean hasLegend() {
        return this == COLOR || this == FILL || this == STROKE || this == SHAPE || this == SIZE || this == OPACITY;
    }

    boolean hasScale() {
        return hasAxis() || hasLegend() || this == X_OFFSET || this == Y_OFFSET;
    }

    boolean isSecondary() {
        return this == X2 || this == Y2;
    }

    boolean isWords() {
        return this == TEXT || this == TOOLTIP;
    }
}
