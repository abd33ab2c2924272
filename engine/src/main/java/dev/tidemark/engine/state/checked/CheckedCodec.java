package dev.tidemark.engine.state.checked;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.RoundTrip;
import dev.tidemark.engine.state.codec.StoredReader;
import dev.tidemark.engine.state.codec.StoredShape;
import java.lang.reflect.Type;
import java.util.Comparator;

/** The codec of what flows along an edge, whose every copy is a round trip that is watched. */
public final class CheckedCodec<T> implements Codec<T> {
    private final Codec<T> codec;
    private final RoundTrip<T> trip;
    private final String to;
    private final Watch watch;

    /**
     * The same codec for one sender.
     *
     * @param to the operator that is sent to
     * @param watch of the subtask that sends
     */
    public CheckedCodec(Codec<T> codec, String to, Watch watch) {
        this.codec = codec;
        this.trip = new RoundTrip<>(codec);
        this.to = to;
        this.watch = watch;
    }

    @Override
    public T copy(T value) {
        return watch.sent(trip, to, value);
    }

    /** False, so that everything is copied. */
    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public void write(T value, ByteSink out) {
        codec.write(value, out);
    }

    @Override
    public T read(ByteSource in) {
        return codec.read(in);
    }

    @Override
    public StoredReader<T> reading(StoredShape stored) {
        return codec.reading(stored);
    }

    @Override
    public boolean nullable() {
        return codec.nullable();
    }

    @Override
    public Comparator<T> order() {
        return codec.order();
    }

    @Override
    public boolean roomForNull() {
        return codec.roomForNull();
    }

    @Override
    public String typeName() {
        return codec.typeName();
    }

    @Override
    public Type type() {
        return codec.type();
    }
}
