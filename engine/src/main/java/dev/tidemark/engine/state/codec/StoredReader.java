package dev.tidemark.engine.state.codec;

import org.jspecify.annotations.Nullable;

/**
 * A stored reader reads values that were written in a shape of the past and makes values of today of them.
 *
 * <p>{@link Codec#reading} makes it; it may be used from one thread.
 *
 * @param <T> the type of today
 */
@FunctionalInterface
public interface StoredReader<T extends @Nullable Object> {
    /**
     * Reads one value and leaves the source behind its last byte.
     *
     * @throws CodecException if the bytes end early, or hold what today has no place for; the message says where it stands
     */
    T read(ByteSource in);
}
