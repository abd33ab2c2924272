package dev.tidemark.kernel.widgets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bar that shows how far something has come. */
public final class FloatProgress extends ValueWidget<Double> {
    private static final Kind KIND =
            new Kind("@jupyter-widgets/controls", "FloatProgressModel", "ProgressModel", "ProgressView");
    private final double min;
    private final double max;

    /**
     * A bar at its beginning.
     *
     * @param description stands beside it
     * @param min the value of an empty bar
     * @param max the value of a full bar, greater than the least
     */
    public FloatProgress(String description, double min, double max) {
        super(KIND, description, min);
        if (!(min < max)) {
            throw new IllegalArgumentException("a bar from " + min + " to " + max + " has no length");
        }
        this.min = min;
        this.max = max;
        put("min", min);
        put("max", max);
        put("value", min);
        put("orientation", "horizontal");
        look("");
    }

    /**
     * Colours the bar.
     *
     * @param look {@code success}, {@code info}, {@code warning}, {@code danger}, or empty
     */
    public void look(String look) {
        put("bar_style", look);
    }

    @Override
    Double allowed(Double wanted) {
        return Math.max(min, Math.min(max, wanted));
    }

    @Override
    @Nullable
    Double read(Map<String, @Nullable Object> changes) {
        return changes.get("value") instanceof Number number ? number.doubleValue() : null;
    }
}
