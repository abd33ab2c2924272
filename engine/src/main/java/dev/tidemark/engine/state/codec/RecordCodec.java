package dev.tidemark.engine.state.codec;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record: its components in the order of declaration, primitives plain, references as nullable. Written from the accessors, read
 * back through the canonical constructor.
 */
final class RecordCodec<T> extends CompositeCodec<T> {
    /** A component and its codec. */
    record Component(String name, Codec<?> codec) {}

    private final Class<?> raw;
    private final List<Component> components;
    private final RecordHandles handles;
    private @Nullable MethodHandle writer; // (Object, ByteSink)void, joined when something is written first
    private @Nullable MethodHandle reader; // (ByteSource)Object, as late

    RecordCodec(Type type, List<Component> components) {
        super(type);
        this.raw = Types.raw(type);
        this.components = List.copyOf(components);
        this.handles = RecordHandles.of(raw);
    }

    @Override
    public void write(T value, ByteSink out) {
        MethodHandle how = writer;
        if (how == null) {
            how = handles.writer(parts());
            writer = how;
        }
        try {
            how.invokeExact((Object) value, out);
        } catch (CodecException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new CodecException("a " + raw.getSimpleName() + " could not be written: " + reason(e), e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the handle ends in the constructor of T
    public T read(ByteSource in) {
        MethodHandle how = reader;
        if (how == null) {
            how = handles.reader(parts());
            reader = how;
        }
        int from = in.position();
        try {
            return (T) (Object) how.invokeExact(in);
        } catch (CodecException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new CodecException(
                    "the constructor of " + raw.getSimpleName() + " refused the values that begin at offset " + from
                            + ": " + reason(e),
                    e);
        }
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public Comparator<T> order() {
        return Comparable.class.isAssignableFrom(raw) ? new NaturalOrder<>(this) : Order.ofBytes(this);
    }

    @Override
    StoredReader<T> evolved(StoredShape stored, Evolution plan) {
        return EvolvedRecord.of(type(), parts(), stored, plan);
    }

    @Override
    List<Codec<?>> parts() {
        return components.stream().<Codec<?>>map(Component::codec).toList();
    }

    @Override
    boolean frame() {
        return true;
    }

    @Override
    String describe(List<String> parts) {
        StringBuilder text = new StringBuilder(Types.print(type())).append('(');
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(components.get(i).name())
                    .append(": ")
                    .append(parts.get(i));
        }
        return text.append(')').toString();
    }
}
