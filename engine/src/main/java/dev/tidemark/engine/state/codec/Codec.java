package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A codec is a stable binary form of the values of one type.
 *
 * <p>It keeps three laws. What is read equals what was written. Equal values give equal bytes, in this JVM and in any other.
 * A codec holds no state between calls, so one codec may be used from any thread.
 *
 * <p>The form, version 2, is described in the package's documentation. {@link Codecs} makes codecs.
 *
 * @param <T> the type of the values
 */
public interface Codec<T extends @Nullable Object> {

    /**
     * Appends the form of a value.
     *
     * @param value the value; null only if {@link #nullable()}
     * @throws CodecException if the value is not of this codec's type or cannot be written
     */
    void write(T value, ByteSink out);

    /**
     * Reads one value and leaves the source behind its last byte.
     *
     * @throws CodecException if the bytes end early or are not a value of this type; the message names the offset
     */
    T read(ByteSource in);

    /** True when a value, with everything that it reaches, can be shared without a copy because nothing can change it. */
    boolean immutable();

    /** True when null is a value that can be written and read. */
    default boolean nullable() {
        return false;
    }

    /**
     * True when no form of this codec begins with the byte {@code ff}, so that this byte can stand for null where the value may be
     * null; where it is false, a byte 0 or 1 stands before the value.
     */
    default boolean roomForNull() {
        return false;
    }

    /** A value that shares nothing changeable with the given one: the value itself if {@link #immutable()}. */
    default T copy(T value) {
        return immutable() ? value : fromBytes(bytes(value));
    }

    /**
     * The fixed order in which values are listed: the natural order where the type is {@link Comparable}, with ties broken
     * by the bytes; else the unsigned lexicographic order of the bytes. It is a total order that agrees with equality of
     * the bytes, and it is the same in every JVM.
     */
    default Comparator<T> order() {
        return Order.ofBytes(this);
    }

    /**
     * The type in print, the same in every JVM: {@code Quake(id: String, mag: double)}, {@code List<Long>}. Two codecs with the
     * same name have the same form.
     */
    String typeName();

    /**
     * A reader of values of this type that were stored in another shape: with components added, removed, renamed or in another
     * order, with wider numbers, with new constants and variants, to any depth.
     *
     * @param stored the {@link #typeName} of then, taken apart
     * @throws CodecException if something in it cannot be read as what it is today; the message says where, and both types
     */
    default StoredReader<T> reading(StoredShape stored) {
        if (stored.text().equals(typeName())) {
            return this::read;
        }
        throw stored.unreadable(typeName());
    }

    /** The type of the values; for a generic type with its arguments. */
    Type type();

    /** The form of one value as an array of its own. */
    default byte[] bytes(T value) {
        ByteSink out = new ByteSink();
        write(value, out);
        return out.toBytes();
    }

    /**
     * Reads one value that fills the whole array.
     *
     * @throws CodecException if the bytes end early, are not a value of this type, or go on behind the value
     */
    default T fromBytes(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        T value = read(in);
        if (in.remaining() > 0) {
            throw new CodecException("a " + typeName() + " ends at offset " + in.position() + ", but " + in.remaining()
                    + " more bytes follow; the bytes were written for another type");
        }
        return value;
    }
}
