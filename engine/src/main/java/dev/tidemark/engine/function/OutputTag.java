package dev.tidemark.engine.function;

import dev.tidemark.engine.state.codec.TypeToken;
import java.io.Serializable;
import java.lang.reflect.Type;

/** Names a side output and the type of what goes there. */
@SuppressWarnings("UnusedTypeParameter") // T is the type of what goes to the side output
public final class OutputTag<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Type type;
    private final String typeName;

    private OutputTag(String name, Type type) {
        this.name = name;
        this.type = type;
        this.typeName = type.getTypeName();
    }

    public static <T> OutputTag<T> of(String name, Class<T> type) {
        return new OutputTag<>(name, type);
    }

    public static <T> OutputTag<T> of(String name, TypeToken<T> type) {
        return new OutputTag<>(name, type.type());
    }

    public String name() {
        return name;
    }

    /** The type of the values; known where the pipeline is built. */
    public Type type() {
        return type;
    }

    /** Two tags are the same side output when their names are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OutputTag<?> tag && tag.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + ": " + typeName;
    }
}
