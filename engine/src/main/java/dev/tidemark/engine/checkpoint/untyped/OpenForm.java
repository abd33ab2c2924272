package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands for a type inside itself. */
final class OpenForm extends UntypedCodec {
    private @Nullable Codec<Object> target;

    OpenForm(String name) {
        super(name);
    }

    void is(Codec<Object> whole) {
        target = whole;
    }

    @Override
    public void write(Object value, ByteSink out) {
        Objects.requireNonNull(target).write(value, out);
    }

    @Override
    public Object read(ByteSource in) {
        return Objects.requireNonNull(target).read(in);
    }
}
