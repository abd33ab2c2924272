package dev.tidemark.engine.state.codec;

import java.util.List;
import java.util.Optional;

/** An Optional: one byte that says whether there is a value, then the value. */
final class OptionalCodec<T> extends CompositeCodec<Optional<T>> {
    private final Codec<T> value;

    OptionalCodec(Codec<T> value) {
        super(new GenericType(Optional.class, List.of(value.type())));
        this.value = value;
    }

    @Override
    public void write(Optional<T> item, ByteSink out) {
        if (item.isEmpty()) {
            out.writeByte(0);
        } else {
            out.writeByte(1);
            value.write(item.get(), out);
        }
    }

    @Override
    public Optional<T> read(ByteSource in) {
        return in.readBoolean() ? Optional.of(value.read(in)) : Optional.empty();
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    StoredReader<Optional<T>> evolved(StoredShape stored, Evolution plan) {
        if (!stored.named("Optional")) {
            throw stored.unreadable(typeName());
        }
        StoredReader<T> reader = plan.of(value, stored.part(0, typeName()));
        return in -> in.readBoolean() ? Optional.of(reader.read(in)) : Optional.empty();
    }

    @Override
    List<Codec<?>> parts() {
        return List.of(value);
    }

    @Override
    boolean frame() {
        return true;
    }

    @Override
    String describe(List<String> parts) {
        return "Optional<" + parts.get(0) + ">";
    }
}
