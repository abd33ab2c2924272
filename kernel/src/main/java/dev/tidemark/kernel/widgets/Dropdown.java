package dev.tidemark.kernel.widgets;

import java.util.List;
import java.util.function.Function;

/**
 * A list that opens, to choose one of several options from; the first one is chosen at first.
 *
 * @param <T> the type of the options
 */
public final class Dropdown<T> extends Selection<T> {
    /**
     * A choice, each option labelled by its text.
     *
     * @param description stands beside it
     * @param options at least one
     */
    public Dropdown(String description, List<T> options) {
        this(description, options, String::valueOf);
    }

    /**
     * A choice with labels.
     *
     * @param description stands beside it
     * @param options at least one
     * @param label makes an option's label, each another
     */
    public Dropdown(String description, List<T> options, Function<? super T, String> label) {
        super(Kind.control("Dropdown"), description, options, label);
    }
}
