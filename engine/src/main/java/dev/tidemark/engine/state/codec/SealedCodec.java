package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a sealed interface: the place of its class among the variants that the type's name lists, then the value as that class. */
final class SealedCodec<T> extends CompositeCodec<T> {
    private final Map<Class<?>, Variant> variants = new HashMap<>();
    private final List<Variant> inOrder;

    /** One permitted class. */
    private static final class Variant {
        private final String name;
        private final int place;
        private final Codec<Object> codec;

        @SuppressWarnings("unchecked") // only values of the permitted class are given to it
        private Variant(Class<?> type, int place, Codec<?> codec) {
            this.name = type.getSimpleName();
            this.place = place;
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
            Variant variant = new Variant(permitted, inOrder.size(), codec);
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
        out.writeLength(variant.place);
        variant.codec.write(value, out);
    }

    @Override
    @SuppressWarnings("unchecked") // a permitted class is a T
    public T read(ByteSource in) {
        return (T) inOrder.get(in.readPlace(inOrder)).codec.read(in);
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    /** Each variant of then as the one of today that has its name, or had it. */
    @Override
    StoredReader<T> evolved(StoredShape stored, Evolution plan) {
        if (stored.kind() != StoredShape.Kind.SEALED || !Evolution.same(Types.raw(type()), stored)) {
            throw stored.unreadable(typeName());
        }
        List<@Nullable StoredReader<Object>> readers = new ArrayList<>();
        for (StoredShape variant : stored.parts()) {
            readers.add(inOrder.stream()
                    .filter(today -> Evolution.same(Types.raw(today.codec.type()), variant))
                    .findFirst()
                    .map(today -> plan.of(today.codec, variant))
                    .orElse(null));
        }
        return in -> readVariant(in, stored, readers);
    }

    @SuppressWarnings("unchecked") // a permitted class is a T
    private T readVariant(ByteSource in, StoredShape stored, List<@Nullable StoredReader<Object>> readers) {
        int from = in.position();
        int place = stored.variant(in);
        StoredReader<Object> reader = readers.get(place);
        if (reader == null) {
            String name = stored.parts().get(place).name();
            throw new CodecException("at offset " + from + " stands '" + name + "', but " + Types.print(type())
                    + " permits " + inOrder + "; permit it again, or annotate what it is called now with @FormerName(\""
                    + name + "\")");
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
