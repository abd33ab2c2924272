package dev.tidemark.engine.join;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
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
        IntervalBuffer buffer = new IntervalBuffer();
        map.read(in).forEach((time, values) -> values.forEach(value -> buffer.add(time, value)));
        return buffer;
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
