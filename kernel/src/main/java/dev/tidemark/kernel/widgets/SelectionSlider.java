package dev.tidemark.kernel.widgets;

import java.util.List;
import java.util.function.Function;

/**
 * A slider over options in their order; the first one is chosen at first.
 *
 * @param <T> the type of the options
 */
public final class SelectionSlider<T> extends Selection<T> {
    /**
     * A choice, each option labelled by its text.
     *
     * @param description stands beside it
     * @param options at least one
     */
    public SelectionSlider(String description, List<T> options) {
        this(description, options, String::valueOf);
    }

    /**
     * A choice with labels.
     *
     * @param description stands beside it
     * @param options at least one
     * @param label makes an option's label, each another
     */
    public SelectionSlider(String description, List<T> options, Function<? super T, String> label) {
        super(Kind.control("SelectionSlider"), description, options, label);
        put("orientation", "horizontal");
        put("readout", true);
        put("continuous_update", true);
    }
}
