package dev.tidemark.kernel.widgets;

import java.util.List;
import java.util.stream.Collectors;

/** Widgets beside or below each other. */
public abstract class Box extends Widget {
    private volatile List<Widget> children;
    private final String between;

    Box(Kind kind, String between, List<? extends Widget> children) {
        super(kind);
        this.children = List.copyOf(children);
        this.between = between;
        put("children", this.children);
        put("box_style", "");
    }

    /**
     * Replaces what is inside.
     *
     * @param newChildren in order
     */
    public final void children(List<? extends Widget> newChildren) {
        children = List.copyOf(newChildren);
        put("children", children);
    }

    @Override
    public String toString() {
        return children.stream().map(Widget::toString).collect(Collectors.joining(between));
    }
}
