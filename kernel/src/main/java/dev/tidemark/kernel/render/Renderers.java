package dev.tidemark.kernel.render;

import dev.tidemark.kernel.spi.Displayable;
import dev.tidemark.kernel.spi.Renderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The renderers of a session, asked from the last registered to the first; text is the last resort. */
public final class Renderers {
    private record Entry(Class<?> type, Renderer<Object> renderer) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final BiConsumer<String, Throwable> onFailure;
    private final Tables tables = new Tables();

    /**
     * A registry with the renderers for JDK values.
     *
     * @param onFailure told what failed, and how; the value is then shown by the next renderer
     */
    public Renderers(BiConsumer<String, Throwable> onFailure) {
        this.onFailure = onFailure;
        PlainValues.register(this, tables);
    }

    /**
     * Adds a renderer in front of those that are there.
     *
     * @param type the class or interface whose instances it shows
     * @param renderer makes the bundle
     * @param <T> the type of the values
     */
    public <T> void add(Class<T> type, Renderer<? super T> renderer) {
        entries.add(0, new Entry(type, value -> renderer.render(type.cast(value))));
    }

    /**
     * Sets how many rows a table shows before it is cut with a count.
     *
     * @param rows at least 1
     */
    public void tableRows(int rows) {
        tables.mostRows(rows);
    }

    /**
     * Makes a MIME bundle of any value.
     *
     * @param value the value, null included
     * @return a bundle that always has {@code text/plain}
     */
    public Map<String, Object> render(@Nullable Object value) {
        if (value == null) {
            return Map.of("text/plain", "null");
        }
        Map<String, Object> bundle = bundle(value);
        if (bundle.containsKey("text/plain")) {
            return bundle;
        }
        Map<String, Object> completed = new LinkedHashMap<>(bundle);
        completed.put("text/plain", text(value));
        return completed;
    }

    private Map<String, Object> bundle(Object value) {
        if (value instanceof Displayable displayable) {
            Map<String, Object> own = attempt("the value's own mimeBundle()", it -> displayable.mimeBundle(), value);
            if (own != null && !own.isEmpty()) {
                return own;
            }
        }
        for (Entry entry : entries) {
            if (entry.type().isInstance(value)) {
                Map<String, Object> bundle =
                        attempt("the renderer for " + entry.type().getName(), entry.renderer(), value);
                if (bundle != null && !bundle.isEmpty()) {
                    return bundle;
                }
            }
        }
        return Map.of();
    }

    private @Nullable Map<String, Object> attempt(String what, Renderer<Object> renderer, Object value) {
        try {
            return renderer.render(value);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Exception | LinkageError | AssertionError failure) {
            onFailure.accept(what + " failed", failure);
            return null;
        }
    }

    private String text(Object value) {
        try {
            return Text.cut(String.valueOf(value.toString()));
        } catch (RuntimeException failure) {
            onFailure.accept("toString() of " + value.getClass().getName() + " failed", failure);
            return value.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(value));
        }
    }
}
