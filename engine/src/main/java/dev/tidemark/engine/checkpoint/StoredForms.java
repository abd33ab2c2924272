package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.checkpoint.untyped.TypeText;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;

/** The codecs by which what one operator stored is read without its code. */
final class StoredForms {
    private static final Codec<NoNamespace> NONE = Codecs.of(NoNamespace.class);

    private final OperatorState state;

    StoredForms(OperatorState state) {
        this.state = state;
    }

    Codec<Object> keys() {
        return codec(state.types().key(), "keys");
    }

    Codec<Object> timers() {
        return codec(state.types().timer(), "timers' namespaces");
    }

    Codec<Object> namespaces(String name) {
        return codec(namespace(name), "namespaces of state '" + name + "'");
    }

    /** The type of a state's namespace in print. */
    String namespace(String name) {
        return state.types().namespaces().getOrDefault(name, NONE.typeName());
    }

    Codec<Object> values(KeyGroup.Table table) {
        return codec(valueType(table.description()), "values of state '" + table.name() + "'");
    }

    /** Of {@code value<Long>} the type of the values. */
    static String valueType(String description) {
        return description.substring(description.indexOf('<') + 1, description.length() - 1);
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> codec(String type, String what) {
        if (type.equals(NONE.typeName())) {
            return (Codec<Object>) (Codec<?>) NONE;
        }
        try {
            return TypeText.codec(type);
        } catch (CodecException e) {
            throw new CodecException("the " + what + " of operator '" + state.uid() + "': " + e.getMessage(), e);
        }
    }
}
