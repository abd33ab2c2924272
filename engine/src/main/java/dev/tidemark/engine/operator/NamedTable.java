package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.function.Predicate;

/** A state table with the schema by which it is written. */
public record NamedTable<K, N, V>(StateSchema<N, V> schema, StateTable<K, N, V> table) {
    void write(Codec<K> keys, ByteSink out, Predicate<K> which) {
        int[] count = {0};
        table.forEach((key, namespace, value) -> count[0] += which.test(key) ? 1 : 0);
        out.writeLength(count[0]);
        table.forEach((key, namespace, value) -> {
            if (which.test(key)) {
                keys.write(key, out);
                ByteSink content = new ByteSink();
                schema.namespace().write(namespace, content);
                schema.value().write(value, content);
                out.writeBytes(content.toBytes());
            }
        });
    }

    void read(UnreadTable<K> restored) {
        for (UnreadTable.Entry<K> entry : restored.entries()) {
            ByteSource in = new ByteSource(entry.content());
            table.put(entry.key(), schema.namespace().read(in), schema.value().read(in));
        }
    }

    boolean any(Predicate<K> which) {
        boolean[] found = {false};
        table.forEach((key, namespace, value) -> found[0] |= which.test(key));
        return found[0];
    }
}
