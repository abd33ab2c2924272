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
                schema.namespace().write(namespace, out);
                schema.value().write(value, out);
            }
        });
    }

    void read(Codec<K> keys, ByteSource in) {
        int count = in.readLength();
        for (int i = 0; i < count; i++) {
            table.put(keys.read(in), schema.namespace().read(in), schema.value().read(in));
        }
    }

    boolean any(Predicate<K> which) {
        boolean[] found = {false};
        table.forEach((key, namespace, value) -> found[0] |= which.test(key));
        return found[0];
    }
}
