package dev.tidemark.kernel.widgets;

import java.util.List;

/** Widgets beside each other. */
public final class HBox extends Box {
    /**
     * A row of widgets.
     *
     * @param children from left to right
     */
    public HBox(Widget... children) {
        super(Kind.control("HBox"), " | ", List.of(children));
    }
}
