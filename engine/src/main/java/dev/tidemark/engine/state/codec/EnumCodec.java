package dev.tidemark.engine.state.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An enum constant: its place among those that the type's name lists, by which it is found by name when the enum has changed. */
@SuppressWarnings(
        "EnumOrdinal") // the names of all constants, in this order, stand in the type's name beside what is stored
final class EnumCodec<E> implements Codec<E> {
    private final Class<E> type;
    private final List<String> names;
    private final E[] all; // by ordinal
    private final Map<String, E> constants = new HashMap<>();

    EnumCodec(Class<E> type) {
        this.type = type;
        this.all = type.getEnumConstants();
        this.names =
                Arrays.stream(all).map(constant -> ((Enum<?>) constant).name()).toList();
        for (int i = 0; i < all.length; i++) {
            constants.put(names.get(i), all[i]);
        }
    }

    @Override
    public void write(E value, ByteSink out) {
        out.writeLength(((Enum<?>) value).ordinal());
    }

    @Override
    public E read(ByteSource in) {
        return all[in.readPlace(names)];
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    /** A constant of then is the one of today that has its name, or had it. */
    @Override
    public StoredReader<E> reading(StoredShape stored) {
        if (stored.kind() != StoredShape.Kind.ENUM || !Evolution.same(type, stored)) {
            throw stored.unreadable(typeName());
        }
        Map<String, E> known = new TreeMap<>();
        for (String name : names) {
            for (String each : Evolution.names(name, declaration(name), names)) {
                known.putIfAbsent(each, Objects.requireNonNull(constants.get(name)));
            }
        }
        return in -> constantOf(stored.constant(in), known);
    }

    private Field declaration(String name) {
        try {
            return type.getField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(type + " has no field for its constant " + name, e);
        }
    }

    private E constantOf(String name, Map<String, E> known) {
        E constant = known.get(name);
        if (constant == null) {
            throw new CodecException("'" + name + "' is no constant of " + type.getSimpleName() + ", which has " + names
                    + "; keep it, or annotate what it is called now with @FormerName(\"" + name + "\")");
        }
        return constant;
    }

    @Override
    public boolean immutable() {
        return true;
    }

    /** The order of declaration. */
    @Override
    public Comparator<E> order() {
        return Comparator.comparingInt(constant -> ((Enum<?>) constant).ordinal());
    }

    @Override
    public String typeName() {
        return type.getSimpleName() + names;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public String toString() {
        return typeName();
    }
}
