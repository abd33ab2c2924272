package dev.tidemark.engine.state.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record shape is what a record type is made of: its components with their types, how to take a value apart and how to make one.
 *
 * <p>Type variables are replaced by what the type says of them; for a generic record without arguments they stay.
 */
public final class RecordShape {
    private final Class<?> raw;
    private final List<Component> components;
    private final List<Method> accessors;
    private final Constructor<?> constructor;

    /**
     * One component.
     *
     * @param type as seen from the record type, with the arguments that it has there
     * @param declaration the component as the class declares it
     */
    public record Component(String name, Type type, RecordComponent declaration) {

        /** True if it is annotated as nullable, under whichever annotation of that name. */
        public boolean nullable() {
            return Stream.concat(
                            Arrays.stream(declaration.getAnnotations()),
                            Arrays.stream(declaration.getAnnotatedType().getAnnotations()))
                    .anyMatch(annotation ->
                            annotation.annotationType().getSimpleName().equals("Nullable"));
        }

        /** True if a value may be left out: the component is nullable or an Optional. */
        public boolean optional() {
            Class<?> raw = Types.raw(type);
            return nullable()
                    || raw == Optional.class
                    || raw == OptionalInt.class
                    || raw == OptionalLong.class
                    || raw == OptionalDouble.class;
        }
    }

    private RecordShape(Class<?> raw, List<Component> components) {
        this.raw = raw;
        this.components = List.copyOf(components);
        RecordComponent[] parts = raw.getRecordComponents();
        try {
            this.constructor = raw.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            List<Method> accessors = new ArrayList<>();
            for (RecordComponent part : parts) {
                // Not part.getAccessor(): methods that are looked up share what makes calls fast, those of a component
                // do not.
                Method accessor = raw.getDeclaredMethod(part.getName());
                accessor.setAccessible(true);
                accessors.add(accessor);
            }
            this.accessors = accessors;
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new CodecException(
                    "the record " + raw.getName() + " cannot be reached; open its package to the module "
                            + RecordShape.class.getModule() + ", or put it on the class path",
                    e);
        }
    }

    /**
     * The shape of a record type.
     *
     * @throws IllegalArgumentException if the type is no record
     * @throws CodecException if the record is in a module that does not open its package
     */
    public static RecordShape of(Type type) {
        Class<?> raw = Types.raw(type);
        if (!raw.isRecord()) {
            throw new IllegalArgumentException(raw.getName() + " is no record");
        }
        Map<TypeVariable<?>, Type> bound = Types.bindings(type);
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            components.add(
                    new Component(component.getName(), Types.resolve(component.getGenericType(), bound), component));
        }
        return new RecordShape(raw, components);
    }

    /** The record class. */
    public Class<?> raw() {
        return raw;
    }

    /** The components in the order of declaration. */
    public List<Component> components() {
        return components;
    }

    /** The value of one component of a record, from its accessor. */
    public @Nullable Object value(Object record, int index) {
        try {
            return accessors.get(index).invoke(record);
        } catch (InvocationTargetException e) {
            throw new CodecException(
                    "the accessor " + raw.getSimpleName() + "."
                            + components.get(index).name() + "() failed: " + e.getCause(),
                    e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible, yet refused: " + raw, e);
        }
    }

    /**
     * Makes a record through its canonical constructor.
     *
     * @param values one for each component, in order
     * @throws CodecException if the constructor throws; its exception is the cause, and the message is its message
     */
    public Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CodecException(
                    cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("made accessible, yet refused: " + raw, e);
        }
    }
}
