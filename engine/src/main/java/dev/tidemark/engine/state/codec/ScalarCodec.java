package dev.tidemark.engine.state.codec;

import java.util.Comparator;

/**
 * The codec of a type without parts, made of two functions.
 *
 * <p>It is a record since the JIT compiler trusts the fields of records, which lets it inline the functions.
 */
record ScalarCodec<T>(Class<T> type, Writer<T> writer, Reader<T> reader, boolean roomForNull) implements Codec<T> {
    /** The codec of a type whose form may begin with any byte. */
    ScalarCodec(Class<T> type, Writer<T> writer, Reader<T> reader) {
        this(type, writer, reader, false);
    }

    /** The codec of a type whose form never begins with the byte for null. */
    static <T> ScalarCodec<T> withRoom(Class<T> type, Writer<T> writer, Reader<T> reader) {
        return new ScalarCodec<>(type, writer, reader, true);
    }

    /** Appends a value that is not null. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T value, ByteSink out);
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ByteSource in);
    }

    @Override
    public void write(T value, ByteSink out) {
        writer.write(value, out);
    }

    @Override
    public T read(ByteSource in) {
        return reader.read(in);
    }

    @Override
    public boolean immutable() {
        return true;
    }

    @Override
    public Comparator<T> order() {
        return type.isPrimitive() || Comparable.class.isAssignableFrom(type)
                ? new NaturalOrder<>(this)
                : Order.ofBytes(this);
    }

    /** What is narrower, and a primitive as its box and the other way round. */
    @Override
    public StoredReader<T> reading(StoredShape stored) {
        StoredReader<T> reader = stored.kind() == StoredShape.Kind.PLAIN ? Widening.reader(this, stored) : null;
        if (reader == null) {
            throw stored.unreadable(typeName());
        }
        return reader;
    }

    @Override
    public String typeName() {
        return type.getSimpleName();
    }

    @Override
    public String toString() {
        return typeName();
    }
}
