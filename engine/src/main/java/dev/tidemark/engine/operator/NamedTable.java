package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.StoredReader;

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
    static boolean unchanged(StateSchema<?, ?> schema, String description) {
        return description.equals(schema.description()) || description.equals(schema.otherDescription());
    }

    /**
     * Takes over what was stored, in whichever shape.
     *
     * @throws CodecException if something in it cannot be read as what it is today
     */
    void read(UnreadTable<K> restored, long now) {
        StoredReader<V> values = schema.reading(restored.description(), now);
        for (UnreadTable.Entry<K> entry : restored.entries()) {
            ByteSource in = new ByteSource(entry.content());
            N namespace = schema.namespace().read(in);
            table.put(entry.key(), namespace, values.read(in));
        }
    }
}
