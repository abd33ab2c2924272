package dev.tidemark.kernel.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a MIME bundle of a value.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface Renderer<T> {
    /**
     * Shows a value.
     *
     * @param value the value, never null
     * @return the bundle; null or an empty one passes the value on to the next renderer. A missing {@code text/plain} is
     *     filled in with the value's {@code toString()}
     * @throws Exception if the value cannot be shown; it is reported beside the value's text, and the cell goes on
     */
    @Nullable
    Map<String, Object> render(T value) throws Exception;
}
