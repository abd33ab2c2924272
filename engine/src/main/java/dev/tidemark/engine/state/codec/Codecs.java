package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes codecs from types.
 *
 * <p>Covered: primitives and their boxes, String, UUID, BigInteger, BigDecimal, {@code java.time}, enums, records, sealed interfaces
 * of records and enums, arrays, List, Set, Map and their kin (see the package's documentation), Optional, and these in one another, to any depth and also in themselves. Null is kept
 * in components, elements, keys and values.
 *
 * <p>A codec is cheap to make and is not cached; keep the one that you use often.
 */
public final class Codecs {
    private Codecs() {}

    /**
     * The codec of a class without type parameters.
     *
     * @throws CodecException if the type, or one that it is made of, is not covered; the message gives the path to it and what to
     *     write instead
     */
    @SuppressWarnings("unchecked") // a codec made for a class is a codec of its values
    public static <T> Codec<T> of(Class<T> type) {
        return (Codec<T>) of((Type) type);
    }

    /** The codec of a type, with its arguments if it is generic. Errors as for {@link #of(Class)}. */
    public static Codec<?> of(Type type) {
        return new CodecPlan().codec(type);
    }

    /** The codec of a type with its arguments. Errors as for {@link #of(Class)}. */
    @SuppressWarnings("unchecked") // a codec made for a token is a codec of its type's values
    public static <T> Codec<T> of(TypeToken<T> type) {
        return (Codec<T>) of(type.type());
    }

    /** A codec that also takes null: one byte, 0 for null, or 1 and the value. */
    public static <T> Codec<@Nullable T> nullable(Codec<T> value) {
        return NullableCodec.of(value);
    }

    /** The codec of lists of what the given codec writes; elements may be null. The same form as {@code List<T>} has. */
    public static <T> Codec<List<T>> list(Codec<T> element) {
        return new ListCodec<>(List.class, element);
    }

    /** The codec of maps of what the given codecs write; keys and values may be null. The same form as {@code Map<K, V>} has. */
    public static <K, V> Codec<Map<K, V>> map(Codec<K> key, Codec<V> value) {
        return new MapCodec<>(CollectionKind.MAP, key, value);
    }
}
