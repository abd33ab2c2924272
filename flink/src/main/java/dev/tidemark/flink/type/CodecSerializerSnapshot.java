package dev.tidemark.flink.type;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint keeps of a {@link CodecSerializer}: the type in print, which tells whether its form is still the
 * same, and the names of its classes.
 */
public final class CodecSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int VERSION = 2;

    private @Nullable String typeName;
    private @Nullable TypeFormText classes;
    private @Nullable ClassLoader loader;

    /** Empty, to be read; Flink makes it by this constructor. */
    public CodecSerializerSnapshot() {}

    CodecSerializerSnapshot(CodecSerializer<T> serializer) {
        this.typeName = serializer.codec().typeName();
        this.classes = TypeFormText.of(serializer.form());
        this.loader = Thread.currentThread().getContextClassLoader();
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(typeName());
        classes().write(out);
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader userCodeLoader) throws IOException {
        if (version != VERSION) {
            throw new IOException("a codec's snapshot of version " + version
                    + " can't be read by this Tidemark, which knows version " + VERSION + "; "
                    + (version < VERSION ? "start without it" : "use a later one"));
        }
        typeName = in.readUTF();
        classes = TypeFormText.read(in);
        loader = userCodeLoader;
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return CodecSerializer.of(classes().resolve(Objects.requireNonNull(loader)));
    }

    /** The same form, or none that fits. */
    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> older) {
        return older instanceof CodecSerializerSnapshot<T> other
                        && other.typeName().equals(typeName())
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }

    private String typeName() {
        return Objects.requireNonNull(typeName, "the snapshot was not read");
    }

    private TypeFormText classes() {
        return Objects.requireNonNull(classes, "the snapshot was not read");
    }
}
