package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record: its components in order, primitives plain, references as nullable. */
final class RecordForm extends UntypedCodec {
    private final String name;
    private final Map<String, Codec<Object>> components;

    /** @param components by name, in order, each as it is written */
    RecordForm(String name, String text, Map<String, Codec<Object>> components) {
        super(text);
        this.name = name;
        this.components = new LinkedHashMap<>(components);
    }

    @Override
    public void write(Object value, ByteSink out) {
        if (value instanceof Record && !(value instanceof RecordValue) && !(value instanceof EnumValue)) {
            writeTyped(value, out);
        } else if (value instanceof RecordValue record
                && record.type().equals(name)
                && record.fields().keySet().equals(components.keySet())) {
            components.forEach(
                    (field, codec) -> writeField(codec, record.fields().get(field), out));
        } else {
            throw refused(value, "it is no " + name + " with the components " + components.keySet());
        }
    }

    @SuppressWarnings("NullAway") // a codec of references takes null, one of primitives refuses it
    private static void writeField(Codec<Object> codec, @Nullable Object value, ByteSink out) {
        codec.write(value, out);
    }

    @Override
    public Object read(ByteSource in) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        components.forEach((field, codec) -> fields.put(field, codec.read(in)));
        return new RecordValue(name, fields);
    }
}
