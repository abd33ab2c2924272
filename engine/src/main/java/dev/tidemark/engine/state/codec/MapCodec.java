package dev.tidemark.engine.state.codec;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A Map: its size, then key and value of each entry as nullable, in the order of iteration; a map in hash order is written in the
 * order of its entries' bytes. Read back as the {@link CollectionKind} says, a Map as a LinkedHashMap.
 */
final class MapCodec<K, V> extends CompositeCodec<Map<@Nullable K, @Nullable V>> {
    private final CollectionKind kind;
    private final Codec<@Nullable K> key;
    private final Codec<@Nullable V> value;

    MapCodec(CollectionKind kind, Codec<K> key, Codec<V> value) {
        super(new GenericType(kind.type(), List.of(key.type(), value.type())));
        this.kind = kind;
        this.key = NullableCodec.of(key);
        this.value = NullableCodec.of(value);
    }

    @Override
    public void write(Map<@Nullable K, @Nullable V> items, ByteSink out) {
        if (items instanceof SortedMap<?, ?> sorted
                && kind.asks() == CollectionKind.Asks.NATURAL_ORDER
                && !CollectionCodec.naturallyOrdered(sorted.comparator())) {
            throw new CodecException("a " + this + " with a comparator of its own cannot be written, since a comparator"
                    + " has no bytes; use the natural order, or write Map, which keeps the order of its entries");
        }
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
        return read(in, key::read, value::read);
    }

    private Map<@Nullable K, @Nullable V> read(
            ByteSource in, StoredReader<@Nullable K> keys, StoredReader<@Nullable V> values) {
        int size = in.readLength();
        Map<@Nullable K, @Nullable V> items = kind.emptyMap(size, Types.raw(key.type()));
        for (int i = 0; i < size; i++) {
            @Nullable K name = keys.read(in);
            put(name, values.read(in), items);
        }
        return items;
    }

    private void put(@Nullable K name, @Nullable V content, Map<@Nullable K, @Nullable V> items) {
        try {
            items.put(name, content);
        } catch (NullPointerException e) {
            throw new CodecException(
                    "a " + this + " cannot hold a null key; the bytes are damaged or were written for another type", e);
        }
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    StoredReader<Map<@Nullable K, @Nullable V>> evolved(StoredShape stored, Evolution plan) {
        if (!stored.kin(kind.type().getSimpleName())) {
            throw stored.unreadable(typeName());
        }
        StoredReader<@Nullable K> keys = plan.nullable(key, stored.part(0, typeName()));
        StoredReader<@Nullable V> values = plan.nullable(value, stored.part(1, typeName()));
        return in -> read(in, keys, values);
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
