package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.Lifetime;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;

/** A state table with the schema by which it is written. */
public record NamedTable<K, N, V>(StateSchema<N, V> schema, StateTable<K, N, V> table) {
    void write(Codec<K> keys, EntriesBySlot<K> out) {
        table.forEach((key, namespace, value) -> {
            ByteSink content = new ByteSink();
            schema.namespace().write(namespace, content);
            schema.value().write(value, content);
            ByteSink entry = out.entry(key);
            keys.write(key, entry);
            entry.writeBytes(content.toBytes());
        });
    }

    /** Whether {@code description} is that of this state, or of this state with or without a time to live. */
    static boolean readable(StateSchema<?, ?> schema, String description) {
        return description.equals(schema.description()) || description.equals(schema.otherDescription());
    }

    void read(UnreadTable<K> restored, long now) {
        Lifetime<V> other = restored.description().equals(schema.otherDescription()) ? schema.lifetime() : null;
        for (UnreadTable.Entry<K> entry : restored.entries()) {
            ByteSource in = new ByteSource(entry.content());
            N namespace = schema.namespace().read(in);
            V value = other == null ? schema.value().read(in) : other.readOther(in, now);
            table.put(entry.key(), namespace, value);
        }
    }
}
