package dev.tidemark.engine.state.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins the accessors and the constructor of a record into one method handle that writes it and one that reads it, without boxing.
 *
 * <p>The JIT compiler compiles a handle that is called often as one piece of code, with the codecs of the components as constants.
 */
record RecordHandles(MethodHandle constructor, List<MethodHandle> accessors) {
    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
    private static final Map<Class<?>, String> PRIMITIVES = Map.of(
            boolean.class, "Boolean",
            byte.class, "Byte",
            short.class, "VarShort",
            char.class, "VarChar",
            int.class, "VarInt",
            long.class, "VarLong",
            float.class, "Float",
            double.class, "Double");

    static RecordHandles of(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            List<MethodHandle> accessors = new ArrayList<>();
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Method accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                accessors.add(HERE.unreflect(accessor));
            }
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordHandles(HERE.unreflectConstructor(constructor), accessors);
        } catch (InaccessibleObjectException | ReflectiveOperationException e) {
            throw new CodecException(
                    "the record " + type.getName() + " cannot be reached; open its package to the module "
                            + HERE.lookupClass().getModule() + ", or put it on the class path",
                    e);
        }
    }

    /** {@code (Object record, ByteSink out) -> void}: writes the components in order. */
    MethodHandle writer(List<Codec<?>> codecs) {
        Class<?> type = constructor.type().returnType();
        MethodHandle all = MethodHandles.empty(MethodType.methodType(void.class, type, ByteSink.class));
        for (int i = codecs.size() - 1; i >= 0; i--) {
            MethodHandle accessor = accessors.get(i);
            MethodHandle write = componentWriter(accessor.type().returnType(), codecs.get(i));
            all = MethodHandles.foldArguments(all, MethodHandles.filterArguments(write, 0, accessor));
        }
        return all.asType(MethodType.methodType(void.class, Object.class, ByteSink.class));
    }

    /** {@code (ByteSource in) -> Object}: reads the components in order, then calls the constructor. */
    MethodHandle reader(List<Codec<?>> codecs) {
        int count = codecs.size();
        MethodHandle make = constructor;
        if (count == 0) {
            make = MethodHandles.dropArguments(make, 0, ByteSource.class);
        }
        for (int i = count - 1; i >= 0; i--) { // what is collected last runs first
            Class<?> component = constructor.type().parameterType(i);
            make = MethodHandles.collectArguments(make, i, componentReader(component, codecs.get(i)));
        }
        MethodType one = MethodType.methodType(make.type().returnType(), ByteSource.class);
        return MethodHandles.permuteArguments(make, one, new int[Math.max(count, 1)])
                .asType(MethodType.methodType(Object.class, ByteSource.class));
    }

    private static MethodHandle componentWriter(Class<?> type, Codec<?> codec) {
        String primitive = PRIMITIVES.get(type);
        if (primitive == null) {
            String name = codec.roomForNull() ? "writeInRoom" : "writeFlagged";
            MethodHandle write =
                    method(NullableCodec.class, name, void.class, Codec.class, Object.class, ByteSink.class);
            return write.bindTo(codec).asType(MethodType.methodType(void.class, type, ByteSink.class));
        }
        Class<?> parameter = type == byte.class || type == short.class || type == char.class ? int.class : type;
        MethodHandle write = method(ByteSink.class, writer(type, primitive), void.class, parameter);
        MethodType swapped = MethodType.methodType(void.class, parameter, ByteSink.class);
        return MethodHandles.permuteArguments(write, swapped, 1, 0)
                .asType(MethodType.methodType(void.class, type, ByteSink.class));
    }

    /** A short has the bytes of an int, a char those of a length. */
    private static String writer(Class<?> type, String primitive) {
        if (type == char.class) {
            return "writeLength";
        }
        return type == short.class ? "writeVarInt" : "write" + primitive;
    }

    private static MethodHandle componentReader(Class<?> type, Codec<?> codec) {
        String primitive = PRIMITIVES.get(type);
        if (primitive != null) {
            return method(ByteSource.class, "read" + primitive, type);
        }
        MethodHandle read = method(
                RecordHandles.class,
                codec.roomForNull() ? "readInRoom" : "readFlagged",
                Object.class,
                Codec.class,
                ByteSource.class);
        return read.bindTo(codec).asType(MethodType.methodType(type, ByteSource.class));
    }

    private static MethodHandle method(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        MethodType type = MethodType.methodType(result, parameters);
        try {
            return owner == RecordHandles.class || owner == NullableCodec.class
                    ? HERE.findStatic(owner, name, type)
                    : HERE.findVirtual(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner.getSimpleName() + " has no " + name + type, e);
        }
    }

    @SuppressWarnings("UnusedMethod") // by its name, above
    private static @Nullable Object readInRoom(Codec<Object> codec, ByteSource in) {
        return in.readNull() ? null : codec.read(in);
    }

    @SuppressWarnings("UnusedMethod") // by its name, above
    private static @Nullable Object readFlagged(Codec<Object> codec, ByteSource in) {
        return in.readBoolean() ? codec.read(in) : null;
    }
}
