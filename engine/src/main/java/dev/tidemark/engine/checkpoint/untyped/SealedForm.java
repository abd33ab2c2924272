package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.List;
import java.util.Map;

/** A value of a sealed interface: the place of its class among the variants, then the value as that class. */
final class SealedForm extends UntypedCodec {
    private final List<String> names;
    private final List<Codec<Object>> codecs;

    /** @param variants by name, in order */
    SealedForm(String text, Map<String, Codec<Object>> variants) {
        super(text);
        this.names = List.copyOf(variants.keySet());
        this.codecs = List.copyOf(variants.values());
    }

    @Override
    public void write(Object value, ByteSink out) {
        int place = names.indexOf(variantOf(value));
        if (place < 0) {
            throw refused(value, "it is none of " + names);
        }
        out.writeLength(place);
        codecs.get(place).write(value, out);
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
    public boolean roomForNull() {
        return true;
    }

    @Override
    public Object read(ByteSource in) {
        return codecs.get(in.readPlace(names)).read(in);
    }
}
