package dev.tidemark.kernel.widgets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A box that is ticked or not. */
public final class Checkbox extends ValueWidget<Boolean> {
    /**
     * A box.
     *
     * @param description stands beside it
     * @param value whether it is ticked at first
     */
    public Checkbox(String description, boolean value) {
        super(Kind.control("Checkbox"), description, value);
        put("value", value);
        put("indent", true);
        disabled(false);
    }

    @Override
    @Nullable
    Boolean read(Map<String, @Nullable Object> changes) {
        return changes.get("value") instanceof Boolean ticked ? ticked : null;
    }
}
