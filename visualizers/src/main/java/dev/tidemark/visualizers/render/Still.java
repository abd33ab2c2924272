package dev.tidemark.visualizers.render;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of drawing a chart: an SVG, or the reason why there is none. */
public final class Still {
    private final @Nullable String svg;
    private final String reason;

    private Still(@Nullable String svg, String reason) {
        this.svg = svg;
        this.reason = reason;
    }

    /** A picture. */
    public static Still drawn(String svg) {
        return new Still(svg, "");
    }

    /** No picture, and why. */
    public static Still missing(String reason) {
        return new Still(null, reason);
    }

    /** The SVG, empty if it could not be drawn. */
    public Optional<String> svg() {
        return Optional.ofNullable(svg);
    }

    /** Why there is no picture; empty if there is one. */
    public String reason() {
        return reason;
    }
}
