package dev.tidemark.engine.state.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Map: its size, then key and value of each entry as nullable, in the order of iteration; a map in hash order is written in the
 * order of its entries' bytes. Read back as a LinkedHashMap.
 */
final class MapCodec<K, V> extends CompositeCodec<Map<@Nullable K, @Nullable V>> {
    private final Codec<@Nullable K> key;
    private final Codec<@Nullable V> value;

    /** @param raw Map or LinkedHashMap, as the type was said */
    MapCodec(Class<?> raw, Codec<K> key, Codec<V> value) {
        super(new GenericType(raw, List.of(key.type(), value.type())));
        this.key = NullableCodec.of(key);
        this.value = NullableCodec.of(value);
    }

    @Override
    public void write(Map<@Nullable K, @Nullable V> items, ByteSink out) {
        out.writeLength(items.size());
        if (HashOrder.of(items)) {
            for (byte[] form : HashOrder.sorted(items.entrySet(), this::writeEntry)) {
                out.writeRaw(form, 0, form.length);
            }
            return;
        }
        for (Map.Entry<@Nullable K, @Nullable V> entry : items.entrySet()) {
            writeEntry(entry, out);
        }
    }

    private void writeEntry(Map.Entry<@Nullable K, @Nullable V> entry, ByteSink out) {
        key.write(entry.getKey(), out);
        value.write(entry.getValue(), out);
    }

    @Override
    public Map<@Nullable K, @Nullable V> read(ByteSource in) {
        int size = in.readLength();
        Map<@Nullable K, @Nullable V> items = new LinkedHashMap<>((int) (size / 0.75) + 1);
        for (int i = 0; i < size; i++) {
            @Nullable K name = key.read(in);
            items.put(name, value.read(in));
        }
        return items;
    }

    @Override
    List<Codec<?>> parts() {
        return List.of(NullableCodec.inside(key), NullableCodec.inside(value));
    }

    @Override
    boolean frame() {
        return false;
    }

    @Override
    String describe(List<String> parts) {
        return Types.print(Types.raw(type())) + "<" + parts.get(0) + ", " + parts.get(1) + ">";
    }
}
