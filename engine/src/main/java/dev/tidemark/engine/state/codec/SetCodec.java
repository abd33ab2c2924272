package dev.tidemark.engine.state.codec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Set: its {@link Elements}, in the order of iteration; a set in hash order is written in the order of its
 * elements' bytes. Read back as a LinkedHashSet.
 */
final class SetCodec<E> extends CompositeCodec<Set<@Nullable E>> {
    private final Elements<E> elements;
    private final Elements.Reader<E> reader;

    /** @param raw Set or LinkedHashSet, as the type was said */
    SetCodec(Class<?> raw, Codec<E> element) {
        super(new GenericType(raw, List.of(element.type())));
        this.elements = new Elements<>(element);
        this.reader = elements.reader();
    }

    @Override
    public void write(Set<@Nullable E> items, ByteSink out) {
        elements.write(items, out);
    }

    @Override
    public Set<@Nullable E> read(ByteSource in) {
        return read(in, reader);
    }

    private static <E> Set<@Nullable E> read(ByteSource in, Elements.Reader<E> reader) {
        int size = in.readSize();
        Set<@Nullable E> items = new LinkedHashSet<>((int) (Math.abs(size) / 0.75) + 1);
        reader.read(size, in, items::add);
        return items;
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    StoredReader<Set<@Nullable E>> evolved(StoredShape stored, Evolution plan) {
        if (!stored.kin("Set")) {
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
        return Types.print(Types.raw(type())) + "<" + parts.get(0) + ">";
    }
}
