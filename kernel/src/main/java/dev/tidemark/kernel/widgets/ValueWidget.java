package dev.tidemark.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A widget with one value, which the reader or the notebook changes.
 *
 * @param <V> the type of the value
 */
public abstract class ValueWidget<V> extends Widget {
    private final List<Consumer<? super V>> listeners = new CopyOnWriteArrayList<>();
    private volatile V value;

    ValueWidget(Kind kind, String description, V initial) {
        super(kind);
        value = initial;
        put("description", description);
    }

    /**
     * The value now.
     *
     * @return as the reader or the notebook set it last
     */
    public final V value() {
        return value;
    }

    /**
     * Sets the value, here and in the front end, and tells the listeners if that changed it.
     *
     * @param newValue a value outside of the bounds is moved inside
     */
    public final void value(V newValue) {
        V allowed = allowed(newValue);
        V before = value;
        value = allowed;
        put(state(allowed));
        tell(before, allowed);
    }

    /**
     * Calls a listener at every change, by whomever.
     *
     * @param listener gets the new value, on the thread that runs the cells if the reader changed it
     */
    public final void onChange(Consumer<? super V> listener) {
        listeners.add(listener);
    }

    /**
     * Keeps this value and another equal from now on; the other takes this one's value first.
     *
     * @param other a widget with values of the same type
     */
    public final void link(ValueWidget<V> other) {
        other.value(value);
        onChange(changed -> {
            if (!Objects.equals(other.value(), changed)) {
                other.value(changed);
            }
        });
        other.onChange(changed -> {
            if (!Objects.equals(value(), changed)) {
                value(changed);
            }
        });
    }

    /** The value of this kind that is nearest to a wanted one. */
    V allowed(V wanted) {
        return wanted;
    }

    /** The members of the state that show a value. */
    Map<String, @Nullable Object> state(V shown) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("value", shown);
        return state;
    }

    /** The value that a change in the front end means, or null if it does not touch the value. */
    abstract @Nullable V read(Map<String, @Nullable Object> changes);

    @Override
    final void received(Map<String, @Nullable Object> changes) {
        super.received(changes);
        V read = read(changes);
        if (read != null) {
            V before = value;
            V allowed = allowed(read);
            value = allowed;
            if (!allowed.equals(read)) {
                put(state(allowed));
            }
            tell(before, allowed);
        }
    }

    private void tell(V before, V now) {
        if (!Objects.equals(before, now)) {
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    @Override
    public String toString() {
        String words = String.valueOf(get("description"));
        return getClass().getSimpleName() + (words.isEmpty() ? "" : " " + words) + ": " + value;
    }
}
