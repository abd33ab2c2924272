package dev.tidemark.engine.state;

import dev.tidemark.engine.state.codec.Codec;
import org.jspecify.annotations.Nullable;

/**
 * What a named state holds.
 *
 * @param name unique within its operator
 * @param kind value, list, map, reducing, aggregating or window
 * @param namespace codec of the namespace
 * @param value codec of what is stored
 * @param lifetime whether values expire; null for state of the engine's own, where they never do
 */
public record StateSchema<N, V>(
        String name,
        String kind,
        Codec<N> namespace,
        Codec<V> value,
        @Nullable Lifetime<V> lifetime) {
    /** State of the engine's own. */
    public StateSchema(String name, String kind, Codec<N> namespace, Codec<V> value) {
        this(name, kind, namespace, value, null);
    }

    /** How what is stored reads in an error or a state table: {@code value<Long>}. */
    public String description() {
        return kind + "<" + value.typeName() + ">";
    }

    /** The description of the same state with a time to live when this one has none, and the other way round; null for none. */
    public @Nullable String otherDescription() {
        return lifetime == null ? null : kind + "<" + lifetime.other().typeName() + ">";
    }

    /** How long values live; null for ever. */
    public @Nullable StateTtl ttl() {
        return lifetime == null ? null : lifetime.ttl();
    }
}
