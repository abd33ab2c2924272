package dev.tidemark.flink.type;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Types;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * The type of a stream, a key or a state, as Flink knows it: a codec's.
 *
 * <p>Records, lists, maps, optionals and {@code java.time} travel in the form that the engine gives them. Source of the
 * contract: Flink's {@code TypeInformation}.
 */
public final class CodecTypeInformation<T> extends TypeInformation<T> {
    private static final long serialVersionUID = 1L;

    private final CodecSerializer<T> serializer;

    private CodecTypeInformation(CodecSerializer<T> serializer) {
        this.serializer = serializer;
    }

    /** The type of a codec that was made from its type. */
    public static <T> CodecTypeInformation<T> of(Codec<T> codec) {
        return new CodecTypeInformation<>(new CodecSerializer<>(codec));
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> getTypeClass() {
        return (Class<T>) Types.raw(serializer.codec().type());
    }

    /** Whether it can be a key was checked when the pipeline was built. */
    @Override
    public boolean isKeyType() {
        return true;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return serializer.duplicate();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CodecTypeInformation;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecTypeInformation<?> that && serializer.equals(that.serializer);
    }

    @Override
    public int hashCode() {
        return serializer.hashCode();
    }

    @Override
    public String toString() {
        return serializer.codec().typeName();
    }
}
