package dev.tidemark.kernel.spi;

import java.util.Map;

/** A value that knows its own MIME bundle, and so needs no renderer. */
@FunctionalInterface
public interface Displayable {
    /**
     * The forms in which this value can be shown.
     *
     * @return MIME type to data; an empty bundle shows the value's {@code toString()}
     */
    Map<String, Object> mimeBundle();
}
