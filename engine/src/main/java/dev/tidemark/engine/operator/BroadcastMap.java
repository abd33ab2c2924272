package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One broadcast state of one subtask, in key order. */
final class BroadcastMap implements BroadcastState<Object, Object> {
    private final BroadcastSchema schema;
    private final OperatorContext context;
    private final Codec<TreeMap<Object, Object>> codec;
    private final ReadOnly readOnly = new ReadOnly();
    private TreeMap<Object, Object> entries;

    BroadcastMap(BroadcastSchema schema, OperatorContext context) {
        this.schema = schema;
        this.context = context;
        this.codec = new SortedMapCodec<>(schema.key(), Codecs.map(schema.key(), schema.value()));
        this.entries = new TreeMap<>(schema.key().order());
    }

    BroadcastSchema schema() {
        return schema;
    }

    /** The same state for those that may not change it. */
    ReadOnlyBroadcastState<Object, Object> readOnly() {
        return readOnly;
    }

    @Override
    public @Nullable Object get(Object key) {
        return entries.get(key);
    }

    @Override
    public boolean contains(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public List<Map.Entry<Object, Object>> entries() {
        List<Map.Entry<Object, Object>> copy = new ArrayList<>(entries.size());
        entries.forEach((key, value) -> copy.add(Map.entry(key, value)));
        return copy;
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(
                Objects.requireNonNull(key, "a broadcast state can't hold a null key"),
                Objects.requireNonNull(value, "a broadcast state can't hold null"));
        context.broadcastChanged(schema.name(), key, value);
    }

    @Override
    public void remove(Object key) {
        if (entries.remove(key) != null) {
            context.broadcastChanged(schema.name(), key, null);
        }
    }

    @Override
    public void clear() {
        List.copyOf(entries.keySet()).forEach(this::remove);
    }

    void write(ByteSink out) {
        codec.write(entries, out);
    }

    /** Reads entries that were written under that description of the state. */
    void read(ByteSource in, String description) {
        entries = schema.reading(description).read(in);
    }

    private final class ReadOnly implements ReadOnlyBroadcastState<Object, Object> {
        @Override
        public @Nullable Object get(Object key) {
            return BroadcastMap.this.get(key);
        }

        @Override
        public boolean contains(Object key) {
            return BroadcastMap.this.contains(key);
        }

        @Override
        public boolean isEmpty() {
            return BroadcastMap.this.isEmpty();
        }

        @Override
        public List<Map.Entry<Object, Object>> entries() {
            return BroadcastMap.this.entries();
        }
    }
}
