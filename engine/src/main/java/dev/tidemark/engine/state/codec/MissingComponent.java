package dev.tidemark.engine.state.codec;

import java.lang.reflect.Array;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record that was not stored, and where its value comes from: {@link DefaultFrom}, else zero, false, an empty
 * Optional, or null.
 *
 * @param factory the method that is asked each time; null for {@code plain}
 */
record MissingComponent(
        int index,
        String name,
        @Nullable Method factory,
        @Nullable Object plain) {
    private static final Map<Class<?>, Object> EMPTY = Map.of(
            Optional.class, Optional.empty(),
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty(),
            OptionalDouble.class, OptionalDouble.empty());

    /**
     * The component of that record.
     *
     * @throws CodecException if its default is to come from a method that is not there, or is another
     */
    static MissingComponent of(RecordShape shape, RecordShape.Component component) {
        int index = shape.components().indexOf(component);
        Class<?> type = component.declaration().getType();
        DefaultFrom wanted = component.declaration().getAnnotation(DefaultFrom.class);
        if (wanted != null) {
            return new MissingComponent(
                    index, component.name(), factory(shape.raw(), component.name(), wanted.value(), type), null);
        }
        Object plain = type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : EMPTY.get(type);
        return new MissingComponent(index, component.name(), null, plain);
    }

    private static Method factory(Class<?> record, String component, String name, Class<?> type) {
        try {
            Method method = record.getDeclaredMethod(name);
            if (Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType())) {
                method.setAccessible(true);
                return method;
            }
        } catch (NoSuchMethodException | InaccessibleObjectException e) {
            throw refused(record, component, name, type, e);
        }
        throw refused(record, component, name, type, null);
    }

    private static CodecException refused(
            Class<?> record, String component, String name, Class<?> type, @Nullable Throwable cause) {
        return new CodecException(
                record.getSimpleName() + "." + component + " takes its default from '" + name
                        + "', which is no method of " + record.getSimpleName() + " that fits; write static "
                        + type.getSimpleName() + " " + name + "()",
                cause);
    }

    @Nullable
    Object value() {
        if (factory == null) {
            return plain;
        }
        try {
            return factory.invoke(null);
        } catch (InvocationTargetException e) {
            throw new CodecException(
                    "the default of " + name + ", " + factory.getName() + "(), failed: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible, yet refused: " + factory, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
