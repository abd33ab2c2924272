package dev.tidemark.engine.evictor;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.GenericType;
import dev.tidemark.engine.state.codec.StoredReader;
import dev.tidemark.engine.state.codec.StoredShape;
import java.lang.reflect.Type;

/** The form of an element with its time: the time, then the element. */
public record TimestampedCodec<T>(Codec<T> element) implements Codec<Timestamped<T>> {
    @Override
    public void write(Timestamped<T> value, ByteSink out) {
        out.writeVarLong(value.timestamp());
        element.write(value.value(), out);
    }

    @Override
    public Timestamped<T> read(ByteSource in) {
        long timestamp = in.readVarLong();
        return new Timestamped<>(element.read(in), timestamp);
    }

    @Override
    public StoredReader<Timestamped<T>> reading(StoredShape stored) {
        if (!stored.named("Timestamped")) {
            throw stored.unreadable(typeName());
        }
        StoredReader<T> value = element.reading(stored.part(0, typeName()));
        return in -> {
            long timestamp = in.readVarLong();
            return new Timestamped<>(value.read(in), timestamp);
        };
    }

    @Override
    public boolean immutable() {
        return element.immutable();
    }

    @Override
    public String typeName() {
        return "Timestamped<" + element.typeName() + ">";
    }

    @Override
    public Type type() {
        return GenericType.of(Timestamped.class, element.type());
    }
}
