package dev.tidemark.visualizers.vegalite;

import java.util.Locale;

/** What a column decides about a mark: where it stands, how it looks, what it says. */
public enum Channel {
    X,
    X2,
    Y,
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
    DETAIL,
    ORDER,
    ROW,
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
