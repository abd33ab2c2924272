package dev.tidemark.engine.join;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.StoredReader;
import dev.tidemark.engine.state.codec.StoredShape;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** A buffer in the form of a map from timestamps to lists of elements. */
record IntervalBufferCodec(Codec<Map<Long, List<Object>>> map) implements Codec<IntervalBuffer> {
    static IntervalBufferCodec of(Codec<Object> element) {
        return new IntervalBufferCodec(Codecs.map(Codecs.of(Long.class), Codecs.list(element)));
    }

    @Override
    public void write(IntervalBuffer value, ByteSink out) {
        map.write(value, out);
    }

    @Override
    public IntervalBuffer read(ByteSource in) {
        return buffer(map.read(in));
    }

    @Override
    public StoredReader<IntervalBuffer> reading(StoredShape stored) {
        StoredReader<Map<Long, List<Object>>> reader = map.reading(stored);
        return in -> buffer(reader.read(in));
    }

    private static IntervalBuffer buffer(Map<Long, List<Object>> byTime) {
        IntervalBuffer buffer = new IntervalBuffer();
        byTime.forEach((time, values) -> values.forEach(value -> buffer.add(time, value)));
        return buffer;
    }

    @Override
    public boolean roomForNull() {
        return map.roomForNull();
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public String typeName() {
        return map.typeName();
    }

    @Override
    public Type type() {
        return map.type();
    }
}
