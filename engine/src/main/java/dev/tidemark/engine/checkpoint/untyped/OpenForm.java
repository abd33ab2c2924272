package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands for a type inside itself. */
final class OpenForm extends UntypedCodec {
    private final boolean sealed;
    private @Nullable Codec<Object> target;

    /** @param sealed whether it is a sealed interface; otherwise it is a record */
    OpenForm(String name, boolean sealed) {
        super(name);
        this.sealed = sealed;
    }

    void is(Codec<Object> whole) {
        target = whole;
    }

    @Override
    public void write(Object value, ByteSink out) {
        Objects.requireNonNull(target).write(value, out);
    }

    @Override
    public boolean roomForNull() {
        return sealed;
    }

    @Override
    public Object read(ByteSource in) {
        return Objects.requireNonNull(target).read(in);
    }
}
