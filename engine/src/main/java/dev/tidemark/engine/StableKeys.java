package dev.tidemark.engine;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/** Refuses keys whose hash differs from one JVM to the next, since it decides where a key's state lives. */
final class StableKeys {
    private StableKeys() {}

    /** Throws if {@code type} can't be a key; the message says what to use instead. */
    static void require(Type type) {
        check(type, type, new LinkedHashSet<>());
    }

    private static void check(Type key, Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            check(key, generic.getRawType(), seen);
            for (Type argument : generic.getActualTypeArguments()) {
                check(key, argument, seen);
            }
        } else if (type instanceof Class<?> raw) {
            if (raw.isEnum()) {
                throw unstable(key, raw, "an enum's hash differs between JVMs; use its name()");
            }
            if (raw.isArray()) {
                throw unstable(key, raw, "arrays are equal only to themselves; use a List");
            }
            if (raw == BigDecimal.class) {
                throw unstable(key, raw, "1.0 and 1.00 would be two keys; use stripTrailingZeros().toPlainString()");
            }
            if (raw.isSealed()) {
                for (Class<?> permitted : raw.getPermittedSubclasses()) {
                    check(key, permitted, seen);
                }
            }
            if (raw.isRecord()) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    check(key, component.getGenericType(), seen);
                }
            }
        }
    }

    private static IllegalArgumentException unstable(Type key, Class<?> part, String why) {
        return new IllegalArgumentException("a key of type " + key.getTypeName() + " holds a " + part.getSimpleName()
                + ", which can't be (part of) a key: " + why);
    }
}
