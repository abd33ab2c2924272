package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;

/** A value of a class that every JDK has: a number, a text, a time, a map, an Optional. */
final class JdkForm extends UntypedCodec {
    private final Class<?> type;
    private final Codec<Object> codec;

    @SuppressWarnings("unchecked") // what is written is looked at first
    JdkForm(String text, Class<?> type, Codec<?> codec) {
        super(text);
        this.type = type;
        this.codec = (Codec<Object>) codec;
    }

    @Override
    public void write(Object value, ByteSink out) {
        if (!type.isInstance(value)) {
            throw refused(value, "it is a " + value.getClass().getSimpleName());
        }
        codec.write(value, out);
    }

    @Override
    public boolean roomForNull() {
        return codec.roomForNull();
    }

    @Override
    public Object read(ByteSource in) {
        return codec.read(in);
    }
}
