package dev.tidemark.flink.type;

import dev.tidemark.engine.state.codec.GenericType;
import java.io.Serializable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** A closed generic type that can be serialized: what a codec is made from again in another JVM. */
sealed interface TypeForm extends Serializable {
    /** The type itself. */
    Type type();

    /** Its form; the type holds no variables or wildcards. */
    static TypeForm of(Type type) {
        if (type instanceof Class<?> plain) {
            return new Plain(plain);
        }
        if (type instanceof GenericArrayType array) {
            return new ArrayOf(of(array.getGenericComponentType()));
        }
        ParameterizedType generic = (ParameterizedType) type;
        return new Generic(
                (Class<?>) generic.getRawType(),
                Arrays.stream(generic.getActualTypeArguments())
                        .map(TypeForm::of)
                        .toList());
    }

    /** A class without arguments. */
    record Plain(Class<?> type) implements TypeForm {}

    /** A generic class with its arguments. */
    record Generic(Class<?> raw, List<TypeForm> arguments) implements TypeForm {
        @Override
        public Type type() {
            return GenericType.of(raw, arguments.stream().map(TypeForm::type).toArray(Type[]::new));
        }
    }

    /** An array of a generic type. */
    record ArrayOf(TypeForm element) implements TypeForm {
        @Override
        public Type type() {
            Type component = element.type();
            return component instanceof Class<?> plain ? plain.arrayType() : new GenericArray(component);
        }
    }

    /** An array of a generic type, as reflection gives it. */
    record GenericArray(Type getGenericComponentType) implements GenericArrayType {}
}
