package dev.tidemark.kernel.widgets;

import java.util.List;

/** Widgets below each other. */
public final class VBox extends Box {
    /**
     * A column of widgets.
     *
     * @param children from top to bottom
     */
    public VBox(Widget... children) {
        super(Kind.control("VBox"), "\n", List.of(children));
    }
}
