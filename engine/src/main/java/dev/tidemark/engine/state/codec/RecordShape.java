package dev.tidemark.engine.state.codec;

import java.lang.reflect.AnnotatedType;
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
 *
 * @param raw the record class
 * @param components in the order of declaration
 */
public record RecordShape(Class<?> raw, List<Component> components) {

    /**
     * One component.
     *
     * @param type as seen from the record type, with the arguments that it has there
     * @param nullable true if it is annotated as nullable, under whichever annotation of that name
     */
    public record Component(String name, Type type, boolean nullable) {

        /** True if a value may be left out: the component is nullable or an Optional. */
        public boolean optional() {
            Class<?> raw = Types.raw(type);
            return nullable
                    || raw == Optional.class
                    || raw == OptionalInt.class
                    || raw == OptionalLong.class
                    || raw == OptionalDouble.class;
        }
    }

    public RecordShape {
        components = List.copyOf(components);
    }

    /**
     * The shape of a record type.
     *
     * @throws IllegalArgumentException if the type is no record
     */
    public static RecordShape of(Type type) {
        Class<?> raw = Types.raw(type);
        if (!raw.isRecord()) {
            throw new IllegalArgumentException(raw.getName() + " is no record");
        }
        Map<TypeVariable<?>, Type> bound = Types.bindings(type);
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            components.add(new Component(
                    component.getName(),
                    Types.resolve(component.getGenericType(), bound),
                    nullable(component, component.getAnnotatedType())));
        }
        return new RecordShape(raw, components);
    }

    /** The value of one component of a record. */
    public @Nullable Object value(Object record, int index) {
        try {
            return accessor(index).invoke(record);
        } catch (InvocationTargetException e) {
            throw new CodecException(
                    "the accessor " + raw.getSimpleName() + "."
                            + components.get(index).name() + "() failed: " + e.getCause(),
                    e.getCause());
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw unreachable(e);
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
            Constructor<?> constructor = raw.getDeclaredConstructor(Arrays.stream(raw.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CodecException(
                    cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw unreachable(e);
        }
    }

    private Method accessor(int index) {
        Method accessor = raw.getRecordComponents()[index].getAccessor();
        accessor.setAccessible(true);
        return accessor;
    }

    private CodecException unreachable(Exception e) {
        return new CodecException(
                "the record " + raw.getName() + " cannot be reached; open its package to the module "
                        + RecordShape.class.getModule() + ", or put it on the class path",
                e);
    }

    private static boolean nullable(RecordComponent component, AnnotatedType use) {
        return Stream.concat(Arrays.stream(component.getAnnotations()), Arrays.stream(use.getAnnotations()))
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
