package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import java.lang.reflect.Type;

/** A codec that was made of a type's description; what it reads can be changed only where it is a collection. */
abstract class UntypedCodec implements Codec<Object> {
    private final String text;

    UntypedCodec(String text) {
        this.text = text;
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public String typeName() {
        return text;
    }

    @Override
    public Type type() {
        return Object.class;
    }

    /** Writes a value that is given as one of its own class. */
    @SuppressWarnings("unchecked")
    final void writeTyped(Object value, ByteSink out) {
        Codec<Object> own = (Codec<Object>) Codecs.of(value.getClass());
        if (!own.typeName().equals(text)) {
            throw refused(value, "it is a " + own.typeName());
        }
        own.write(value, out);
    }

    final CodecException refused(Object value, String why) {
        return new CodecException(
                value + " can't be written as " + text + ": " + why + "; give a value of the type that is stored");
    }
}
