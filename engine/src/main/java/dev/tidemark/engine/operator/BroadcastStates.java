package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.CodecException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The broadcast states of one subtask, by name.
 *
 * <p>A checkpoint holds one entry for each. One that the checkpoint has and the operator no longer declares is carried
 * along unread. Source: Flink's {@code DefaultOperatorStateBackend}.
 */
public final class BroadcastStates {
    private final String operator;
    private final Map<String, BroadcastMap> states = new LinkedHashMap<>();
    private final Map<String, byte[]> unread = new TreeMap<>();

    BroadcastStates(List<BroadcastSchema> declared, OperatorContext context) {
        this.operator = context.name();
        declared.forEach(schema -> states.put(schema.name(), new BroadcastMap(schema, context)));
    }

    /** A state as its descriptor names it, to look at. */
    @SuppressWarnings("unchecked") // declared with the same types
    <K, V> ReadOnlyBroadcastState<K, V> reading(MapStateDescriptor<K, V> descriptor) {
        return (ReadOnlyBroadcastState<K, V>) state(descriptor).readOnly();
    }

    /** A state as its descriptor names it, to change. */
    @SuppressWarnings("unchecked") // declared with the same types
    <K, V> BroadcastState<K, V> writing(MapStateDescriptor<K, V> descriptor) {
        return (BroadcastState<K, V>) (BroadcastState<?, ?>) state(descriptor);
    }

    private BroadcastMap state(MapStateDescriptor<?, ?> descriptor) {
        BroadcastMap known = states.get(descriptor.name());
        if (known == null) {
            throw new IllegalArgumentException("operator '" + operator + "' has no broadcast state '"
                    + descriptor.name() + "'; it has " + states.keySet()
                    + ": correct the descriptor's name, or declare it in broadcast(…)");
        }
        if (!known.schema().typeNames().equals(descriptor.typeNames())) {
            throw new IllegalArgumentException("broadcast state '" + descriptor.name() + "' of operator '" + operator
                    + "' was declared as " + known.schema().typeNames() + " and is asked for as "
                    + descriptor.typeNames() + "; use one descriptor for both");
        }
        return known;
    }

    /** One entry of a broadcast state. */
    public record Entry(String state, Object key, Object value) {}

    /** Every entry, copied: by state as declared, then by key. */
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        states.forEach((name, state) -> state.entries()
                .forEach(entry -> all.add(new Entry(
                        name,
                        state.schema().key().copy(entry.getKey()),
                        state.schema().value().copy(entry.getValue())))));
        return all;
    }

    /** One entry for each state: its name, its types, its contents. */
    List<byte[]> checkpointed() {
        List<byte[]> written = new ArrayList<>();
        states.forEach((name, state) -> {
            ByteSink out = new ByteSink();
            out.writeString(name);
            out.writeString(state.schema().description());
            state.write(out);
            written.add(out.toBytes());
        });
        written.addAll(unread.values());
        return written;
    }

    /** Takes what {@link #checkpointed} wrote. */
    void resume(List<byte[]> written) {
        for (byte[] bytes : written) {
            ByteSource in = new ByteSource(bytes);
            String name = in.readString();
            String description = in.readString();
            BroadcastMap state = states.get(name);
            if (state == null) {
                unread.put(name, bytes);
            } else {
                read(state, description, in);
            }
        }
    }

    private void read(BroadcastMap state, String description, ByteSource in) {
        try {
            state.read(in, description);
        } catch (CodecException e) {
            throw new IllegalStateException(
                    "state '" + state.schema().name() + "' of operator '" + operator + "' is " + description
                            + " and was asked for as " + state.schema().description() + ": " + e.getMessage(),
                    e);
        }
    }

    void snapshot(ByteSink out) {
        List<byte[]> written = checkpointed();
        out.writeLength(written.size());
        written.forEach(out::writeBytes);
    }

    void restore(ByteSource in) {
        List<byte[]> written = new ArrayList<>();
        for (int left = in.readLength(); left > 0; left--) {
            written.add(in.readBytes());
        }
        resume(written);
    }
}
