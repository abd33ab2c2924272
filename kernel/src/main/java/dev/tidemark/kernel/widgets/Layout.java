package dev.tidemark.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.Map;

/** The CSS properties of a widget's box. */
final class Layout extends Widget {
    private static final Kind KIND = new Kind("@jupyter-widgets/base", "LayoutModel", "LayoutModel", "LayoutView");
    private final Map<String, String> properties;

    Layout(Map<String, String> properties) {
        super(KIND);
        this.properties = Map.copyOf(properties);
        put(new LinkedHashMap<>(properties));
    }

    @Override
    public String toString() {
        return "layout " + properties;
    }
}
