package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.StoredReader;
import dev.tidemark.engine.state.codec.StoredShape;
import java.util.TreeMap;

/**
 * What a broadcast state holds.
 *
 * @param name unique within its operator
 * @param typeNames the types of keys and values in print, by which a descriptor is compared
 * @param key codec of the keys
 * @param value codec of the values
 */
public record BroadcastSchema(String name, String typeNames, Codec<Object> key, Codec<Object> value) {
    /** The schema of what {@code descriptor} declares. */
    @SuppressWarnings("unchecked")
    public static BroadcastSchema of(MapStateDescriptor<?, ?> descriptor) {
        return new BroadcastSchema(
                descriptor.name(), descriptor.typeNames(), (Codec<Object>) Codecs.of(descriptor.keyType()), (Codec<
                                Object>)
                        Codecs.of(descriptor.valueType()));
    }

    /** How the schema reads in an error: {@code broadcast<String, Long>}. */
    String description() {
        return "broadcast<" + key.typeName() + ", " + value.typeName() + ">";
    }

    /**
     * The form of the entries of a state that was written under that description.
     *
     * @throws CodecException if it cannot be read as what it is today; keys must be the same, values may have had another shape
     */
    StoredReader<TreeMap<Object, Object>> reading(String description) {
        SortedMapCodec<Object, Object> entries = new SortedMapCodec<>(key, Codecs.map(key, value));
        return entries.reading(StoredShape.parse("Map" + description.substring("broadcast".length())));
    }
}
