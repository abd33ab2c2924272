package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.GenericType;
import dev.tidemark.engine.state.codec.StoredReader;
import dev.tidemark.engine.state.codec.StoredShape;
import java.lang.reflect.Type;

/**
 * A stored value that expires.
 *
 * @param since when it was last touched, in milliseconds of processing time
 */
record Stamped<T>(T value, long since) {
    /** The time, then the value. */
    record StampedCodec<T>(Codec<T> inside) implements Codec<Stamped<T>> {
        @Override
        public void write(Stamped<T> stamped, ByteSink out) {
            out.writeVarLong(stamped.since());
            inside.write(stamped.value(), out);
        }

        @Override
        public Stamped<T> read(ByteSource in) {
            long since = in.readVarLong();
            return new Stamped<>(inside.read(in), since);
        }

        @Override
        public StoredReader<Stamped<T>> reading(StoredShape stored) {
            if (!stored.timed()) {
                throw stored.unreadable(typeName());
            }
            StoredReader<T> value = inside.reading(stored.part(0, typeName()));
            return in -> {
                long since = in.readVarLong();
                return new Stamped<>(value.read(in), since);
            };
        }

        @Override
        public boolean immutable() {
            return inside.immutable();
        }

        @Override
        public String typeName() {
            return inside.typeName() + StoredShape.TIMED;
        }

        @Override
        public Type type() {
            return GenericType.of(Stamped.class, inside.type());
        }
    }
}
