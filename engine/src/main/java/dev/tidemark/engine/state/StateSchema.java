package dev.tidemark.engine.state;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.StoredReader;
import dev.tidemark.engine.state.codec.StoredShape;
import java.util.Objects;
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

    /**
     * A reader of what was stored under another description: without a time to live where this has one or the other way round, and in
     * another shape.
     *
     * @param stored the {@link #description} of then
     * @param now processing time in milliseconds, at which what gets a time to live begins to have one
     * @throws CodecException if it was another kind of state, or something in it cannot be read as what it is today
     */
    public StoredReader<V> reading(String stored, long now) {
        if (stored.equals(description())) {
            return value::read;
        }
        if (!stored.startsWith(kind + "<")) {
            throw new CodecException("a " + kind + " state is none that was written as " + stored);
        }
        boolean timed = stored.contains(StoredShape.TIMED);
        StoredShape shape = StoredShape.parse(stored.substring(kind.length() + 1, stored.length() - 1));
        if (lifetime == null || timed == (lifetime.ttl() != null)) {
            return value.reading(shape);
        }
        Lifetime<V> changed = lifetime;
        StoredReader<?> reader = changed.other().reading(shape);
        return in -> changed.takeOver(Objects.requireNonNull(reader.read(in)), now);
    }

    /** How long values live; null for ever. */
    public @Nullable StateTtl ttl() {
        return lifetime == null ? null : lifetime.ttl();
    }
}
