package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An array of primitives: how many, then each. It is read as a list. */
final class PrimitivesForm extends UntypedCodec {
    private final Codec<Object> element;

    PrimitivesForm(String text, Codec<Object> element) {
        super(text);
        this.element = element;
    }

    @Override
    public void write(Object value, ByteSink out) {
        if (!value.getClass().isArray() && !(value instanceof Collection<?>)) {
            throw refused(value, "it is no collection");
        }
        Collection<?> items = value instanceof Collection<?> collection ? collection : items(value);
        out.writeLength(items.size());
        for (Object each : items) {
            element.write(each, out);
        }
    }

    /** The elements of an array. */
    static List<Object> items(Object array) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            items.add(Array.get(array, i));
        }
        return items;
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    public Object read(ByteSource in) {
        List<Object> items = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            items.add(element.read(in));
        }
        return items;
    }
}
