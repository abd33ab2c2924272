package dev.tidemark.engine.state.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A List: its length, then each element as nullable. Read back as an ArrayList. */
final class ListCodec<E> extends CompositeCodec<List<@Nullable E>> {
    private final Codec<@Nullable E> element;

    /** @param raw List or ArrayList, as the type was said */
    ListCodec(Class<?> raw, Codec<E> element) {
        super(new GenericType(raw, List.of(element.type())));
        this.element = NullableCodec.of(element);
    }

    @Override
    public void write(List<@Nullable E> items, ByteSink out) {
        out.writeLength(items.size());
        for (@Nullable E item : items) {
            element.write(item, out);
        }
    }

    @Override
    public List<@Nullable E> read(ByteSource in) {
        int length = in.readLength();
        List<@Nullable E> items = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            items.add(element.read(in));
        }
        return items;
    }

    @Override
    public List<@Nullable E> copy(List<@Nullable E> items) {
        if (element.immutable()) {
            return new ArrayList<>(items);
        }
        List<@Nullable E> copies = new ArrayList<>(items.size());
        for (@Nullable E item : items) {
            copies.add(element.copy(item));
        }
        return copies;
    }

    @Override
    StoredReader<List<@Nullable E>> evolved(StoredShape stored, Evolution plan) {
        if (!stored.kin("List")) {
            throw stored.unreadable(typeName());
        }
        StoredReader<@Nullable E> reader = plan.nullable(element, stored.part(0, typeName()));
        return in -> {
            int length = in.readLength();
            List<@Nullable E> items = new ArrayList<>(length);
            for (int i = 0; i < length; i++) {
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
