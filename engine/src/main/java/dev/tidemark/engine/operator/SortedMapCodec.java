package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.StoredReader;
import dev.tidemark.engine.state.codec.StoredShape;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;

/** A map kept in key order, in the same form as any other map. */
public record SortedMapCodec<K, V>(Codec<K> keys, Codec<Map<K, V>> map) implements Codec<TreeMap<K, V>> {
    @Override
    public void write(TreeMap<K, V> value, ByteSink out) {
        map.write(value, out);
    }

    @Override
    public TreeMap<K, V> read(ByteSource in) {
        return sorted(map.read(in));
    }

    /** Values may have had another shape, keys may not, since they are compared by their bytes. Source: Flink's {@code MapState}. */
    @Override
    public StoredReader<TreeMap<K, V>> reading(StoredShape stored) {
        StoredShape key = stored.part(0, typeName());
        if (!key.text().equals(keys.typeName())) {
            throw key.unreadable(keys.typeName());
        }
        StoredReader<Map<K, V>> reader = map.reading(stored);
        return in -> sorted(reader.read(in));
    }

    private TreeMap<K, V> sorted(Map<K, V> entries) {
        TreeMap<K, V> sorted = new TreeMap<>(keys.order());
        sorted.putAll(entries);
        return sorted;
    }

    @Override
    public boolean roomForNull() {
        return map.roomForNull();
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public String typeName() {
        return map.typeName();
    }

    @Override
    public Type type() {
        return map.type();
    }
}
