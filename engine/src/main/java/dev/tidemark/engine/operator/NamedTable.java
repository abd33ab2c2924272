package dev.tidemark.engine.operator;

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

    void read(UnreadTable<K> restored) {
        for (UnreadTable.Entry<K> entry : restored.entries()) {
            ByteSource in = new ByteSource(entry.content());
            table.put(entry.key(), schema.namespace().read(in), schema.value().read(in));
        }
    }
}
