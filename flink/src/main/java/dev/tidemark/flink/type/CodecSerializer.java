package dev.tidemark.flink.type;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.io.IOException;
import java.io.ObjectInputStream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes values by a codec: four bytes of length, then the codec's form.
 *
 * <p>A value that nothing can change is shared, any other is copied by its codec. Source of the contract: Flink's
 * {@code TypeSerializer}.
 */
public final class CodecSerializer<T> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final TypeForm form;
    private transient Codec<T> codec;
    private transient ByteSink sink;

    /** A serializer of the values of a type; the codec must be one that {@link Codecs#of} makes for its type. */
    public CodecSerializer(Codec<T> codec) {
        this(TypeForm.of(codec.type()), codec);
    }

    private CodecSerializer(TypeForm form, Codec<T> codec) {
        this.form = form;
        this.codec = codec;
        this.sink = new ByteSink();
    }

    /** The serializer of a type whose form was read. */
    @SuppressWarnings("unchecked")
    static <T> CodecSerializer<T> of(TypeForm form) {
        return new CodecSerializer<>(form, (Codec<T>) Codecs.of(form.type()));
    }

    @SuppressWarnings("unchecked")
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        codec = (Codec<T>) Codecs.of(form.type());
        sink = new ByteSink();
    }

    /** The codec. */
    public Codec<T> codec() {
        return codec;
    }

    TypeForm form() {
        return form;
    }

    @Override
    public boolean isImmutableType() {
        return codec.immutable();
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return new CodecSerializer<>(form, codec);
    }

    @Override
    @SuppressWarnings("NullAway") // Flink takes null for "there is no empty value"
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return codec.copy(from);
    }

    @Override
    public T copy(T from, T reuse) {
        return codec.copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        sink.reset();
        codec.write(value, sink);
        target.writeInt(sink.size());
        target.write(sink.array(), 0, sink.size());
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return codec.fromBytes(bytes);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new CodecSerializerSnapshot<>(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecSerializer<?> that
                && form.equals(that.form)
                && codec.typeName().equals(that.codec.typeName());
    }

    @Override
    public int hashCode() {
        return codec.typeName().hashCode();
    }

    @Override
    public String toString() {
        return "codec of " + codec.typeName();
    }
}
