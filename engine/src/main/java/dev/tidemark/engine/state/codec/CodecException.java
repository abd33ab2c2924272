package dev.tidemark.engine.state.codec;

import org.jspecify.annotations.Nullable;

/**
 * A type has no codec, a value could not be written, or bytes could not be read.
 *
 * <p>The message names the type with the path to it, or the offset in the bytes, and what to do.
 */
public final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CodecException(String message) {
        super(message);
    }

    public CodecException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
