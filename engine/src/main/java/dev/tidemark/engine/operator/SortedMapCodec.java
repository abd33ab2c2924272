package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
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
        TreeMap<K, V> sorted = new TreeMap<>(keys.order());
        sorted.putAll(map.read(in));
        return sorted;
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
