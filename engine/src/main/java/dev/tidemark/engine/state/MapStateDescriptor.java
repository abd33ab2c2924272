package dev.tidemark.engine.state;

import dev.tidemark.engine.state.codec.TypeToken;
import java.io.Serializable;
import java.lang.reflect.Type;

/**
 * Names a broadcast state, a map, and the types of its keys and values. Source: Flink's {@code MapStateDescriptor}.
 *
 * @param <K> the map's keys
 * @param <V> the map's values
 */
@SuppressWarnings("UnusedTypeParameter") // K and V are what broadcastState(descriptor) gives
public final class MapStateDescriptor<K, V> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Type keyType;
    private final transient Type valueType;
    private final String typeNames;

    private MapStateDescriptor(String name, Type keyType, Type valueType) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a state's name is blank; give it a word that says what it holds");
        }
        this.name = name;
        this.keyType = keyType;
        this.valueType = valueType;
        this.typeNames = keyType.getTypeName() + " to " + valueType.getTypeName();
    }

    public static <K, V> MapStateDescriptor<K, V> of(String name, Class<K> keyType, Class<V> valueType) {
        return new MapStateDescriptor<>(name, keyType, valueType);
    }

    public static <K, V> MapStateDescriptor<K, V> of(String name, Class<K> keyType, TypeToken<V> valueType) {
        return new MapStateDescriptor<>(name, keyType, valueType.type());
    }

    public static <K, V> MapStateDescriptor<K, V> of(String name, TypeToken<K> keyType, TypeToken<V> valueType) {
        return new MapStateDescriptor<>(name, keyType.type(), valueType.type());
    }

    public String name() {
        return name;
    }

    /** The type of the keys; known where the pipeline is built. */
    public Type keyType() {
        return keyType;
    }

    /** The type of the values; known where the pipeline is built. */
    public Type valueType() {
        return valueType;
    }

    /** Both types in print: {@code java.lang.String to java.lang.Long}. */
    public String typeNames() {
        return typeNames;
    }

    /** Two descriptors are the same state when their names are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MapStateDescriptor<?, ?> descriptor && descriptor.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + ": " + typeNames;
    }
}
