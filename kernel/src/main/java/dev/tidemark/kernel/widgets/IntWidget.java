package dev.tidemark.kernel.widgets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole number between two bounds. */
abstract class IntWidget extends ValueWidget<Integer> {
    private final int min;
    private final int max;

    IntWidget(Kind kind, String description, int min, int max, int value) {
        super(kind, description, checked(min, max, value));
        this.min = min;
        this.max = max;
        put("min", min);
        put("max", max);
        put("step", 1);
        put("value", value());
        disabled(false);
    }

    private static int checked(int min, int max, int value) {
        if (min > max) {
            throw new IllegalArgumentException("the bounds " + min + " and " + max + " are the wrong way round");
        }
        return Math.max(min, Math.min(max, value));
    }

    /**
     * Sets by how much the value moves.
     *
     * @param step at least 1
     */
    public final void step(int step) {
        put("step", Math.max(1, step));
    }

    @Override
    final Integer allowed(Integer wanted) {
        return Math.max(min, Math.min(max, wanted));
    }

    @Override
    final @Nullable Integer read(Map<String, @Nullable Object> changes) {
        return changes.get("value") instanceof Number number ? number.intValue() : null;
    }
}
