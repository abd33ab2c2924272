package dev.tidemark.engine.checkpoint.untyped;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;

/** A list, a set or an array of references: how many and whether one is null, then each. An array is read as a list. */
final class RepeatedForm extends UntypedCodec {
    private final Codec<Object> plain;
    private final Codec<Object> nullable;
    private final boolean empty;
    private final boolean set;

    /**
     * @param plain an element that is not null
     * @param nullable one that may be null
     * @param empty whether an element has no bytes, and is written as nullable for that
     */
    RepeatedForm(String text, Codec<Object> plain, Codec<Object> nullable, boolean empty, boolean set) {
        super(text);
        this.plain = plain;
        this.nullable = nullable;
        this.empty = empty;
        this.set = set;
    }

    @Override
    public void write(Object value, ByteSink out) {
        Collection<?> items = value.getClass().isArray() ? PrimitivesForm.items(value) : requireCollection(value);
        boolean withNulls = empty;
        for (Object each : items) {
            withNulls |= each == null;
        }
        out.writeSize(items.size(), withNulls);
        for (Object each : items) {
            (withNulls ? nullable : plain).write(each, out);
        }
    }

    private Collection<?> requireCollection(Object value) {
        if (value instanceof Collection<?> items) {
            return items;
        }
        throw refused(value, "it is no collection");
    }

    @Override
    public boolean roomForNull() {
        return true;
    }

    @Override
    public Object read(ByteSource in) {
        int size = in.readSize();
        Collection<Object> items = set ? new LinkedHashSet<>() : new ArrayList<>();
        for (int left = Math.abs(size); left > 0; left--) {
            items.add((size < 0 ? nullable : plain).read(in));
        }
        return items;
    }
}
