package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;

/** Where a type stands inside the type that a codec is asked for: {@code Quake.place.where}. */
record TypePath(String text, int depth) {

    TypePath(Type root) {
        this(Types.print(root), 1);
    }

    TypePath then(String step) {
        return new TypePath(text + step, depth + 1);
    }

    /** The error for a type that has no codec. */
    CodecException refuse(Type type, String advice) {
        return new CodecException(text + ": " + type.getTypeName() + " cannot be written; " + advice);
    }

    /** The error for a type whose arguments are not known. */
    CodecException open(Type type) {
        return new CodecException(text + ": the type arguments of " + Types.print(type)
                + " are not known here; say the whole type, e.g. with a new TypeToken<List<String>>() {},"
                + " for a stream's elements .returns(new TypeToken<List<String>>() {})");
    }
}
