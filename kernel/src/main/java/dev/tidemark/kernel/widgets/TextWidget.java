package dev.tidemark.kernel.widgets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that is text. */
abstract class TextWidget extends ValueWidget<String> {
    TextWidget(Kind kind, String description, String value) {
        super(kind, description, value);
        put("value", value);
        put("placeholder", "\u200b");
    }

    @Override
    final @Nullable String read(Map<String, @Nullable Object> changes) {
        return changes.get("value") instanceof String text ? text : null;
    }
}
