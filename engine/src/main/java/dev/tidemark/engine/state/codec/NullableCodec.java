package dev.tidemark.engine.state.codec;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value or null: the byte {@code ff} for null where the value's form never begins with it, else one byte that says whether there is a
 * value, before the value. Inside another value a reference is written so.
 */
final class NullableCodec<T> extends CompositeCodec<@Nullable T> {
    private final Codec<T> value;
    private final boolean room;

    private NullableCodec(Codec<T> value) {
        super(value.type());
        this.value = value;
        this.room = value.roomForNull();
    }

    @SuppressWarnings("unchecked") // a codec that is nullable already is its own answer
    static <T> Codec<@Nullable T> of(Codec<T> codec) {
        return codec.nullable() ? (Codec<@Nullable T>) codec : new NullableCodec<>(codec);
    }

    @Override
    public void write(@Nullable T item, ByteSink out) {
        if (room) {
            writeInRoom(value, item, out);
        } else {
            writeFlagged(value, item, out);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // null is a value of this codec's type
    public @Nullable T read(ByteSource in) {
        return there(in, room) ? value.read(in) : null;
    }

    /** Null as {@code ff}, which no form of the codec begins with. */
    static <T> void writeInRoom(Codec<T> codec, @Nullable T item, ByteSink out) {
        if (item == null) {
            out.writeNull();
        } else {
            codec.write(item, out);
        }
    }

    /** A byte that says whether there is a value, then the value. */
    static <T> void writeFlagged(Codec<T> codec, @Nullable T item, ByteSink out) {
        if (item == null) {
            out.writeByte(0);
        } else {
            out.writeByte(1);
            codec.write(item, out);
        }
    }

    /** Whether there is a value; steps over what says it. */
    static boolean there(ByteSource in, boolean room) {
        return room ? !in.readNull() : in.readBoolean();
    }

    @Override
    public boolean nullable() {
        return true;
    }

    @Override
    @SuppressWarnings("NullAway") // null is a value of this codec's type
    public @Nullable T copy(@Nullable T item) {
        return item == null ? null : value.copy(item);
    }

    /** Null comes first. */
    @Override
    public Comparator<@Nullable T> order() {
        return Comparator.nullsFirst(value.order());
    }

    /** The codec without the byte for null. */
    static Codec<?> inside(Codec<?> codec) {
        return codec instanceof NullableCodec<?> nullable ? nullable.value : codec;
    }

    /** What was never null is read as it is. */
    @Override
    @SuppressWarnings("NullAway") // null is a value of this codec's type
    StoredReader<@Nullable T> evolved(StoredShape stored, Evolution plan) {
        if (stored.kind() == StoredShape.Kind.NULLABLE) {
            return plan.nullable(this, stored.part(0, typeName()));
        }
        return (StoredReader<@Nullable T>) plan.of(value, stored);
    }

    @Override
    List<Codec<?>> parts() {
        return List.of(value);
    }

    @Override
    boolean frame() {
        return true;
    }

    @Override
    String describe(List<String> parts) {
        return parts.get(0) + "?";
    }
}
