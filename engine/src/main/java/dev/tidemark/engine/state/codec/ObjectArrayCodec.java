package dev.tidemark.engine.state.codec;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of references: its {@link Elements}. */
final class ObjectArrayCodec<E> extends CompositeCodec<@Nullable E[]> {
    private final Elements<E> elements;
    private final Elements.Reader<E> reader;

    ObjectArrayCodec(Type type, Codec<E> element) {
        super(type);
        this.elements = new Elements<>(element);
        this.reader = elements.reader();
    }

    @Override
    public void write(@Nullable E[] items, ByteSink out) {
        elements.write(Arrays.asList(items), out);
    }

    @Override
    public @Nullable E[] read(ByteSource in) {
        return read(in, reader);
    }

    private @Nullable E[] read(ByteSource in, Elements.Reader<E> from) {
        int size = in.readSize();
        List<@Nullable E> items = new ArrayList<>(Math.abs(size));
        from.read(size, in, items::add);
        @SuppressWarnings("unchecked") // the type says what the elements are
        @Nullable
        E[] array = (@Nullable E[]) Array.newInstance(Types.raw(type()).getComponentType(), 0);
        return items.toArray(array);
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    StoredReader<@Nullable E[]> evolved(StoredShape stored, Evolution plan) {
        if (stored.kind() != StoredShape.Kind.ARRAY) {
            throw stored.unreadable(typeName());
        }
        Elements.Reader<E> then = elements.reader(stored.part(0, typeName()), plan);
        return in -> read(in, then);
    }

    @Override
    List<Codec<?>> parts() {
        return List.of(elements.plain());
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
