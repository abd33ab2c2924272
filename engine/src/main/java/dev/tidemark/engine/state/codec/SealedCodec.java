package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A value of a sealed interface: the simple name of its class as a String, then the value in the form of that class. */
final class SealedCodec<T> extends CompositeCodec<T> {
    private final Map<Class<?>, Variant> variants = new HashMap<>();
    private final List<Variant> inOrder;

    /** One permitted class. */
    private static final class Variant {
        private final String name;
        private final byte[] tag;
        private final Codec<Object> codec;

        @SuppressWarnings("unchecked") // only values of the permitted class are given to it
        private Variant(Class<?> type, Codec<?> codec) {
            this.name = type.getSimpleName();
            ByteSink form = new ByteSink();
            form.writeString(name);
            this.tag = form.toBytes();
            this.codec = (Codec<Object>) codec;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param codecs one for each permitted record or enum, whose simple names differ */
    SealedCodec(Type type, Map<Class<?>, Codec<?>> codecs) {
        super(type);
        this.inOrder = new ArrayList<>();
        codecs.forEach((permitted, codec) -> {
            Variant variant = new Variant(permitted, codec);
            variants.put(permitted, variant);
            inOrder.add(variant);
        });
    }

    @Override
    public void write(T value, ByteSink out) {
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        Variant variant = variants.get(type);
        if (variant == null) {
            throw new CodecException(type.getName() + " is not one of " + inOrder + ", which " + Types.print(type())
                    + " permitted when its codec was made");
        }
        out.writeRaw(variant.tag, 0, variant.tag.length);
        variant.codec.write(value, out);
    }

    @Override
    @SuppressWarnings("unchecked") // a permitted class is a T
    public T read(ByteSource in) {
        for (Variant variant : inOrder) {
            if (in.skip(variant.tag)) {
                return (T) variant.codec.read(in);
            }
        }
        int from = in.position();
        throw new CodecException("at offset " + from + " stands '" + in.readString() + "', but " + Types.print(type())
                + " permits " + inOrder + "; the class was renamed or removed since the value was written");
    }

    /** Each variant of then as the one of today that has its name, or had it. */
    @Override
    StoredReader<T> evolved(StoredShape stored, Evolution plan) {
        if (stored.kind() != StoredShape.Kind.SEALED || !Evolution.same(Types.raw(type()), stored)) {
            throw stored.unreadable(typeName());
        }
        SortedMap<String, StoredReader<Object>> readers = new TreeMap<>();
        for (StoredShape variant : stored.parts()) {
            inOrder.stream()
                    .filter(today -> Evolution.same(Types.raw(today.codec.type()), variant))
                    .findFirst()
                    .ifPresent(today -> readers.put(variant.name(), plan.of(today.codec, variant)));
        }
        return in -> readVariant(in, readers);
    }

    @SuppressWarnings("unchecked") // a permitted class is a T
    private T readVariant(ByteSource in, SortedMap<String, StoredReader<Object>> readers) {
        int from = in.position();
        String tag = in.readString();
        StoredReader<Object> reader = readers.get(tag);
        if (reader == null) {
            throw new CodecException("at offset " + from + " stands '" + tag + "', but " + Types.print(type())
                    + " permits " + inOrder + "; permit it again, or annotate what it is called now with @FormerName(\""
                    + tag + "\")");
        }
        return (T) reader.read(in);
    }

    @Override
    List<Codec<?>> parts() {
        return inOrder.stream().<Codec<?>>map(variant -> variant.codec).toList();
    }

    @Override
    boolean frame() {
        return true;
    }

    @Override
    String describe(List<String> parts) {
        return parts.stream().collect(Collectors.joining(" | ", Types.print(type()) + "{", "}"));
    }
}
