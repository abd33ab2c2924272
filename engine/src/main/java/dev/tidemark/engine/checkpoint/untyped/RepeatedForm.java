package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** A list, a set or an array: how many, then each. An array is read as a list. */
final class RepeatedForm extends UntypedCodec {
    private final Codec<Object> element;
    private final boolean set;

    /** @param element as it is written: nullable, save in an array of primitives */
    RepeatedForm(String text, Codec<Object> element, boolean set) {
        super(text);
        this.element = element;
        this.set = set;
    }

    @Override
    public void write(Object value, ByteSink out) {
        Collection<?> items = value.getClass().isArray() ? items(value) : requireCollection(value);
        out.writeLength(items.size());
        for (Object each : items) {
            element.write(each, out);
        }
    }

    private Collection<?> requireCollection(Object value) {
        if (value instanceof Collection<?> items) {
            return items;
        }
        throw refused(value, "it is no collection");
    }

    private static List<Object> items(Object array) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            items.add(Array.get(array, i));
        }
        return items;
    }

    @Override
    public Object read(ByteSource in) {
        int size = in.readLength();
        Collection<Object> items = set ? new LinkedHashSet<>() : new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(element.read(in));
        }
        return items;
    }
}
