package dev.tidemark.engine.state;

import dev.tidemark.engine.state.codec.Codec;

/**
 * What a named state holds.
 *
 * @param name unique within its operator
 * @param kind value, list, map, reducing, aggregating or window
 * @param namespace codec of the namespace
 * @param value codec of what is stored
 */
public record StateSchema<N, V>(String name, String kind, Codec<N> namespace, Codec<V> value) {
    /** How the schema reads in an error or a state table: {@code value<Long>}. */
    public String description() {
        return kind + "<" + value.typeName() + ">";
    }
}
