package dev.tidemark.engine.state.rocksdb;

import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.nio.ByteBuffer;

/**
 * How the entries of one table are written as rows.
 *
 * <p>The key of a row is the table's number (four bytes), the key and the namespace; its content is the entry's number (eight
 * bytes), which gives the order of iteration, and the value.
 */
final class RowForm<K, N, V> {
    private final int table;
    private final Codec<K> keys;
    private final Codec<N> namespaces;
    private final Codec<V> values;
    private final ByteSink sink = new ByteSink();

    RowForm(int table, Codec<K> keys, Codec<N> namespaces, Codec<V> values) {
        this.table = table;
        this.keys = keys;
        this.namespaces = namespaces;
        this.values = values;
    }

    /** Below all rows of the table. */
    byte[] first() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(table).array();
    }

    /** Above all rows of the table. */
    byte[] end() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(table + 1).array();
    }

    byte[] key(K key, N namespace) {
        sink.reset();
        sink.writeInt(table);
        keys.write(key, sink);
        namespaces.write(namespace, sink);
        return sink.toBytes();
    }

    byte[] content(long sequence, V value) {
        sink.reset();
        sink.writeLong(sequence);
        values.write(value, sink);
        return sink.toBytes();
    }

    /** How long a row with this key, namespace and value is. */
    int length(K key, N namespace, V value) {
        sink.reset();
        keys.write(key, sink);
        namespaces.write(namespace, sink);
        values.write(value, sink);
        return sink.size() + Integer.BYTES + Long.BYTES;
    }

    /** A value that shares nothing changeable with this one. */
    V copy(V value) {
        return values.copy(value);
    }

    static long sequence(byte[] content) {
        return ByteBuffer.wrap(content).getLong();
    }

    V value(byte[] content) {
        return values.read(new ByteSource(content, Long.BYTES, content.length - Long.BYTES));
    }

    /** Shows what a row holds. */
    void show(byte[] key, byte[] content, StateTable.Visitor<K, N, V> visitor) {
        ByteSource in = new ByteSource(key, Integer.BYTES, key.length - Integer.BYTES);
        K of = keys.read(in);
        visitor.entry(of, namespaces.read(in), value(content));
    }
}
