package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value behind a time: one with a time to live, or an element that is kept with its timestamp. */
final class TimedForm extends UntypedCodec {
    private static final String VALUE = "value";

    private final String name;
    private final String time;
    private final Codec<Object> inside;

    /** @param time how the time is called */
    TimedForm(String name, String text, String time, Codec<Object> inside) {
        super(text);
        this.name = name;
        this.time = time;
        this.inside = inside;
    }

    @Override
    public void write(Object value, ByteSink out) {
        if (!(value instanceof RecordValue record && record.type().equals(name))) {
            throw refused(value, "it is no " + name + " with the components [" + VALUE + ", " + time + "]");
        }
        out.writeVarLong((Long) Objects.requireNonNull(record.field(time)));
        inside.write(Objects.requireNonNull(record.field(VALUE)), out);
    }

    @Override
    public Object read(ByteSource in) {
        long at = in.readVarLong();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(VALUE, inside.read(in));
        fields.put(time, at);
        return new RecordValue(name, fields);
    }
}
