package dev.tidemark.kernel.widgets;

import dev.tidemark.kernel.spi.Notebook;
import java.util.List;

/**
 * Two members of state that the front end keeps equal by itself, so that they move together while a cell runs.
 *
 * <p>The kernel hears of both changes as if the reader had made them.
 */
public final class FrontEndLink extends Widget {
    private static final Kind KIND = new Kind("@jupyter-widgets/controls", "LinkModel", "LinkModel", null);

    private FrontEndLink(List<?> source, List<?> target) {
        super(KIND);
        put("source", source);
        put("target", target);
    }

    /**
     * Links the values of two widgets in the front end, such as a {@link Play}'s and an {@link IntSlider}'s.
     *
     * @param source the one whose value is taken first
     * @param target the other
     * @param <V> the type of both values
     * @return the link; close it to end it
     */
    public static <V> FrontEndLink between(ValueWidget<V> source, ValueWidget<V> target) {
        if (source instanceof Selection<?> || target instanceof Selection<?>) {
            throw new IllegalArgumentException(
                    "front ends do not agree on a selection's value; use source.link(target)");
        }
        FrontEndLink link = new FrontEndLink(List.of(source, "value"), List.of(target, "value"));
        if (Notebook.isLive()) {
            link.open();
        }
        return link;
    }

    @Override
    public String toString() {
        return "a link in the front end";
    }
}
