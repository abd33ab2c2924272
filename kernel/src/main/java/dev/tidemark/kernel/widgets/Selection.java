package dev.tidemark.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several options.
 *
 * @param <T> the type of the options
 */
public abstract class Selection<T> extends ValueWidget<T> {
    private final List<T> options;
    private final List<String> labels;

    Selection(Kind kind, String description, List<T> options, Function<? super T, String> label) {
        super(kind, description, first(options));
        this.options = List.copyOf(options);
        this.labels = this.options.stream().map(label).toList();
        if (labels.stream().distinct().count() < labels.size()) {
            throw new IllegalArgumentException("two options have the same label in " + labels);
        }
        put("_options_labels", labels);
        put(state(value()));
        disabled(false);
    }

    private static <T> T first(List<T> options) {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to select from; give at least one option");
        }
        return options.get(0);
    }

    @Override
    T allowed(T wanted) {
        if (!options.contains(wanted)) {
            throw new IllegalArgumentException(wanted + " is not one of " + options);
        }
        return wanted;
    }

    /** Version 6 goes by the label, later ones by the index. */
    @Override
    Map<String, @Nullable Object> state(T shown) {
        int index = options.indexOf(shown);
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("index", index);
        state.put("value", labels.get(index));
        return state;
    }

    @Override
    @Nullable
    T read(Map<String, @Nullable Object> changes) {
        int index = -1;
        if (changes.get("index") instanceof Number number) {
            index = number.intValue();
        } else if (changes.get("value") instanceof String label) {
            index = labels.indexOf(label);
        }
        return index >= 0 && index < options.size() ? options.get(index) : null;
    }
}
