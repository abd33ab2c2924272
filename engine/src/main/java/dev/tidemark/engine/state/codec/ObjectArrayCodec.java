package dev.tidemark.engine.state.codec;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of references: its length, then each element as nullable. */
final class ObjectArrayCodec<E> extends CompositeCodec<@Nullable E[]> {
    private final Codec<@Nullable E> element;

    ObjectArrayCodec(Type type, Codec<E> element) {
        super(type);
        this.element = NullableCodec.of(element);
    }

    @Override
    public void write(@Nullable E[] items, ByteSink out) {
        out.writeLength(items.length);
        for (@Nullable E item : items) {
            element.write(item, out);
        }
    }

    @Override
    public @Nullable E[] read(ByteSource in) {
        return read(in, element::read);
    }

    private @Nullable E[] read(ByteSource in, StoredReader<@Nullable E> reader) {
        @SuppressWarnings("unchecked") // the type says what the elements are
        @Nullable
        E[] items = (@Nullable E[]) Array.newInstance(Types.raw(type()).getComponentType(), in.readLength());
        for (int i = 0; i < items.length; i++) {
            items[i] = reader.read(in);
        }
        return items;
    }

    @Override
    StoredReader<@Nullable E[]> evolved(StoredShape stored, Evolution plan) {
        if (stored.kind() != StoredShape.Kind.ARRAY) {
            throw stored.unreadable(typeName());
        }
        StoredReader<@Nullable E> reader = plan.nullable(element, stored.part(0, typeName()));
        return in -> read(in, reader);
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
        return parts.get(0) + "[]";
    }
}
