package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands for the codec of a type inside the type itself, while that codec is still being made. */
final class LaterCodec<T> extends CompositeCodec<T> {
    private @Nullable Codec<T> target;

    LaterCodec(Type type) {
        super(type);
    }

    @SuppressWarnings("unchecked") // both were made for the same type
    void is(Codec<?> codec) {
        target = (Codec<T>) codec;
    }

    private Codec<T> target() {
        Codec<T> known = target;
        if (known == null) {
            throw new IllegalStateException("the codec of " + type().getTypeName() + " is not finished");
        }
        return known;
    }

    @Override
    public void write(T value, ByteSink out) {
        target().write(value, out);
    }

    @Override
    public T read(ByteSource in) {
        return target().read(in);
    }

    @Override
    public Comparator<T> order() {
        return target().order();
    }

    /** A record has none, a sealed interface has: known before the codec is finished. */
    @Override
    public boolean roomForNull() {
        return !Types.raw(type()).isRecord();
    }

    @Override
    StoredReader<T> evolved(StoredShape stored, Evolution plan) {
        return plan.of(target(), stored);
    }

    @Override
    List<Codec<?>> parts() {
        return List.of(target());
    }

    @Override
    boolean frame() {
        return true;
    }

    @Override
    String describe(List<String> parts) {
        return parts.get(0);
    }
}
