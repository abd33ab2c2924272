package dev.tidemark.engine.state.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type token says a generic type with its arguments, which a class literal cannot.
 *
 * <p>Write it with an empty body, which is what keeps the arguments: {@code new TypeToken<List<String>>() {}}.
 *
 * @param <T> the type that is said
 */
public abstract class TypeToken<T> {
    private final Type type;

    /**
     * Keeps the type argument that the subclass says.
     *
     * @throws CodecException if the token is made without its type argument
     */
    protected TypeToken() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parent)
                || parent.getRawType() != TypeToken.class) {
            throw new CodecException(
                    "a TypeToken needs its type argument and an empty body: new TypeToken<List<String>>() {}");
        }
        this.type = parent.getActualTypeArguments()[0];
    }

    private TypeToken(Class<T> plain) {
        this.type = plain;
    }

    /** The token of a class without type parameters, where one is asked for. */
    public static <T> TypeToken<T> of(Class<T> plain) {
        return new TypeToken<>(plain) {};
    }

    /** The type, with its arguments. */
    public final Type type() {
        return type;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TypeToken<?> that && type.equals(that.type);
    }

    @Override
    public final int hashCode() {
        return type.hashCode();
    }

    @Override
    public final String toString() {
        return Types.print(type);
    }
}
