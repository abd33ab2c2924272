package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A value of a sealed interface: the simple name of its class, then the value as that class. */
final class SealedForm extends UntypedCodec {
    private final Map<String, Codec<Object>> variants;

    SealedForm(String text, Map<String, Codec<Object>> variants) {
        super(text);
        this.variants = new LinkedHashMap<>(variants);
    }

    @Override
    public void write(Object value, ByteSink out) {
        String variant = variantOf(value);
        Codec<Object> codec = variants.get(variant);
        if (codec == null) {
            throw refused(value, "it is none of " + variants.keySet());
        }
        out.writeString(variant);
        codec.write(value, out);
    }

    private static String variantOf(Object value) {
        if (value instanceof RecordValue record) {
            int generic = record.type().indexOf('<');
            return generic < 0 ? record.type() : record.type().substring(0, generic);
        }
        if (value instanceof EnumValue constant) {
            return constant.type();
        }
        return value instanceof Enum<?> typed
                ? typed.getDeclaringClass().getSimpleName()
                : value.getClass().getSimpleName();
    }

    @Override
    public Object read(ByteSource in) {
        int from = in.position();
        String variant = in.readString();
        Codec<Object> codec = variants.get(variant);
        if (codec == null) {
            throw new CodecException("at offset " + from + " stands '" + variant + "', which is none of "
                    + variants.keySet() + "; the bytes are damaged or were written for another type");
        }
        return codec.read(in);
    }
}
