package dev.tidemark.kernel.spi;

import org.jspecify.annotations.Nullable;

/** A place in a cell's output whose content can be replaced (Jupyter messaging, {@code update_display_data}). */
public interface DisplayHandle {
    /**
     * The identity that the front end knows.
     *
     * @return unique within the session
     */
    String id();

    /**
     * Shows another value in this place, wherever in the notebook it is.
     *
     * @param value any value, null included
     */
    void update(@Nullable Object value);
}
