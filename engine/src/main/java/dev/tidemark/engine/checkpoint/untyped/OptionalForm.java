package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.Optional;

/** An Optional: whether there is a value, then the value. */
final class OptionalForm extends UntypedCodec {
    private final Codec<Object> inside;

    OptionalForm(String text, Codec<Object> inside) {
        super(text);
        this.inside = inside;
    }

    @Override
    public void write(Object value, ByteSink out) {
        if (!(value instanceof Optional<?> optional)) {
            throw refused(value, "it is no Optional");
        }
        out.writeBoolean(optional.isPresent());
        if (optional.isPresent()) {
            inside.write(optional.get(), out);
        }
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    public Object read(ByteSource in) {
        return in.readBoolean() ? Optional.of(inside.read(in)) : Optional.empty();
    }
}
