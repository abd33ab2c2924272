package dev.tidemark.engine.state.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A List: its {@link Elements}. Read back as an ArrayList. */
final class ListCodec<E> extends CompositeCodec<List<@Nullable E>> {
    private final Elements<E> elements;
    private final Elements.Reader<E> reader;

    /** @param raw List or ArrayList, as the type was said */
    ListCodec(Class<?> raw, Codec<E> element) {
        super(new GenericType(raw, List.of(element.type())));
        this.elements = new Elements<>(element);
        this.reader = elements.reader();
    }

    @Override
    public void write(List<@Nullable E> items, ByteSink out) {
        elements.write(items, out);
    }

    @Override
    public List<@Nullable E> read(ByteSource in) {
        return read(in, reader);
    }

    private static <E> List<@Nullable E> read(ByteSource in, Elements.Reader<E> reader) {
        int size = in.readSize();
        List<@Nullable E> items = new ArrayList<>(Math.abs(size));
        reader.read(size, in, items::add);
        return items;
    }

    @Override
    public List<@Nullable E> copy(List<@Nullable E> items) {
        if (elements.plain().immutable()) {
            return new ArrayList<>(items);
        }
        List<@Nullable E> copies = new ArrayList<>(items.size());
        for (@Nullable E item : items) {
            copies.add(elements.nullable().copy(item));
        }
        return copies;
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    StoredReader<List<@Nullable E>> evolved(StoredShape stored, Evolution plan) {
        if (!stored.kin("List")) {
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
