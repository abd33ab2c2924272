package dev.tidemark.engine.state.codec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Set: its size, then each element as nullable, in the order of iteration; a set in hash order is written in the order of its
 * elements' bytes. Read back as a LinkedHashSet.
 */
final class SetCodec<E> extends CompositeCodec<Set<@Nullable E>> {
    private final Codec<@Nullable E> element;

    /** @param raw Set or LinkedHashSet, as the type was said */
    SetCodec(Class<?> raw, Codec<E> element) {
        super(new GenericType(raw, List.of(element.type())));
        this.element = NullableCodec.of(element);
    }

    @Override
    public void write(Set<@Nullable E> items, ByteSink out) {
        out.writeLength(items.size());
        if (HashOrder.of(items)) {
            for (byte[] form : HashOrder.sorted(items, element::write)) {
                out.writeRaw(form, 0, form.length);
            }
            return;
        }
        for (@Nullable E item : items) {
            element.write(item, out);
        }
    }

    @Override
    public Set<@Nullable E> read(ByteSource in) {
        int size = in.readLength();
        Set<@Nullable E> items = new LinkedHashSet<>((int) (size / 0.75) + 1);
        for (int i = 0; i < size; i++) {
            items.add(element.read(in));
        }
        return items;
    }

    @Override
    StoredReader<Set<@Nullable E>> evolved(StoredShape stored, Evolution plan) {
        if (!stored.kin("Set")) {
            throw stored.unreadable(typeName());
        }
        StoredReader<@Nullable E> reader = plan.nullable(element, stored.part(0, typeName()));
        return in -> {
            Set<@Nullable E> items = new LinkedHashSet<>();
            for (int left = in.readLength(); left > 0; left--) {
                items.add(reader.read(in));
            }
            return items;
        };
    }

    @Override
    List<Codec<?>> parts() {
        return List.of(NullableCodec.inside(element));
    }

    @Override
    boolean frame() {
        return false;
    }

    @Override
    String describe(List<String> parts) {
        return Types.print(Types.raw(type())) + "<" + parts.get(0) + ">";
    }
}
