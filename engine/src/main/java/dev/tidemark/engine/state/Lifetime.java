package dev.tidemark.engine.state;

import dev.tidemark.engine.state.codec.Codec;
import org.jspecify.annotations.Nullable;

/**
 * Whether the values of a user's state expire, and how they are read when that was otherwise as they were written.
 *
 * <p>A state that gets a time to live takes over what was stored without one, as if all of it had been touched at that moment; one that
 * loses it takes over what is stored, expired or not. Source: Flink's {@code TtlAwareSerializer}.
 *
 * @param <V> what is stored
 */
public interface Lifetime<V> {
    /** How long values live; null for ever. */
    @Nullable
    StateTtl ttl();

    /** The codec of what is stored when it is the other way round. */
    Codec<?> other();

    /** Takes over a value of {@link #other}. */
    V takeOver(Object other, long now);

    /** What an inspector shows of a stored value: with times to live, {@link Expiring} ones. */
    Object shown(V stored, long now);
}
