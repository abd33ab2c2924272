package dev.tidemark.engine.state.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A round trip writes a value and reads it back, and requires that nothing was lost on the way.
 *
 * @param <T> the values
 */
public final class RoundTrip<T> {
    private final Codec<T> codec;
    private final String name;

    public RoundTrip(Codec<T> codec) {
        this.codec = codec;
        this.name = Types.print(codec.type());
    }

    /** The form of a value. */
    public byte[] bytes(T value) {
        return codec.bytes(value);
    }

    /** Whether nothing can change a value, so that there is nothing to watch. */
    public boolean immutable() {
        return codec.immutable();
    }

    /**
     * What is read of a value's bytes.
     *
     * @throws CodecException if it is not equal to the value; the message says in which part
     */
    public T back(T value, byte[] bytes) {
        T back = codec.fromBytes(bytes);
        String where = Difference.between(name, value, back);
        if (where != null) {
            throw new CodecException(
                    where + " does not survive: what is read of its bytes is not equal to what was written;"
                            + " let constructor and accessors keep what they are given, and equals compare what is written");
        }
        return back;
    }

    /** The path to what has changed in a value since it had these bytes; null if nothing has. */
    public @Nullable String changed(T value, byte[] then) {
        if (Arrays.equals(codec.bytes(value), then)) {
            return null;
        }
        String where = Difference.between(name, codec.fromBytes(then), value);
        return where == null ? name : where;
    }
}
