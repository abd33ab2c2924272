package dev.tidemark.engine.state.codec;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a list, set or array: how many there are and whether one is null, then each. Only where one is null, all are written
 * as nullable.
 */
final class Elements<E> {
    private final Codec<E> plain;
    private final Codec<@Nullable E> nullable;
    private final boolean empty;

    @SuppressWarnings("unchecked") // the inside of a codec of E is one of E
    Elements(Codec<E> element) {
        this.plain = (Codec<E>) NullableCodec.inside(element);
        this.nullable = NullableCodec.of(plain);
        this.empty = withoutBytes(Types.raw(element.type()));
    }

    /** A record without components has no bytes, and is written as nullable, so that each element has one. */
    private static boolean withoutBytes(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 0;
    }

    /** The codec of one, which is not null. */
    Codec<E> plain() {
        return plain;
    }

    /** The codec of one that may be null. */
    Codec<@Nullable E> nullable() {
        return nullable;
    }

    void write(Collection<@Nullable E> items, ByteSink out) {
        boolean withNulls = begin(items.size(), items, out);
        @SuppressWarnings("unchecked") // without nulls, the codec of those that are not null will do
        Codec<@Nullable E> codec = withNulls ? nullable : (Codec<@Nullable E>) plain;
        if (HashOrder.of(items)) {
            for (byte[] form : HashOrder.sorted(items, codec::write)) {
                out.writeRaw(form, 0, form.length);
            }
            return;
        }
        for (@Nullable E item : items) {
            codec.write(item, out);
        }
    }

    /** Writes how many there are, and returns whether each is to be written as nullable. */
    private boolean begin(int size, Iterable<@Nullable E> items, ByteSink out) {
        boolean withNulls = empty;
        for (@Nullable E item : items) {
            withNulls |= item == null;
        }
        out.writeSize(size, withNulls);
        return withNulls;
    }

    /** How elements are read: those that are not null, and those that may be. */
    record Reader<E>(StoredReader<E> plain, StoredReader<@Nullable E> nullable) {
        /** Reads as many elements as {@link ByteSource#readSize} said. */
        void read(int size, ByteSource in, Consumer<@Nullable E> to) {
            if (size < 0) {
                for (int i = size; i < 0; i++) {
                    to.accept(nullable.read(in));
                }
                return;
            }
            for (int i = 0; i < size; i++) {
                to.accept(plain.read(in));
            }
        }
    }

    /** How today's elements are read. */
    Reader<E> reader() {
        return new Reader<>(plain::read, nullable::read);
    }

    /** How elements of another shape are read. */
    Reader<E> reader(StoredShape stored, Evolution plan) {
        return new Reader<>(plan.of(plain, stored), plan.nullable(nullable, stored));
    }
}
