package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.time.TimerQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The keyed state and the timers of one operator subtask, with the key that is current. */
public final class KeyedStore<K> {
    private final String operator;
    private final Codec<K> keys;
    private final Codec<Comparable<?>> namespaces;
    private final int maxParallelism;
    private final StateBackend backend;
    private final KeyedListener listener;
    private final Map<String, NamedTable<K, ?, ?>> tables = new LinkedHashMap<>();
    private final Map<String, UnreadTable> unread = new LinkedHashMap<>();
    private final TimerQueue<K> eventTimers;
    private final TimerQueue<K> processingTimers;
    private @Nullable K key;

    /** An empty store; {@code namespaces} is the codec of the timers' namespace. */
    public KeyedStore(
            String operator,
            Codec<K> keys,
            Codec<Comparable<?>> namespaces,
            int maxParallelism,
            StateBackend backend,
            KeyedListener listener) {
        this.operator = operator;
        this.keys = keys;
        this.namespaces = namespaces;
        this.maxParallelism = maxParallelism;
        this.backend = backend;
        this.listener = listener;
        this.eventTimers = new TimerQueue<>(keys, namespaces);
        this.processingTimers = new TimerQueue<>(keys, namespaces);
    }

    /** The current key. */
    public K key() {
        if (key == null) {
            throw new IllegalStateException("operator '" + operator
                    + "' used keyed state outside of an element or a timer, where there is no current key");
        }
        return key;
    }

    public void setKey(K current) {
        this.key = current;
    }

    public Codec<K> keyCodec() {
        return keys;
    }

    Codec<Comparable<?>> namespaceCodec() {
        return namespaces;
    }

    public TimerQueue<K> eventTimers() {
        return eventTimers;
    }

    public TimerQueue<K> processingTimers() {
        return processingTimers;
    }

    public KeyedListener listener() {
        return listener;
    }

    /** Registers a timer for the current key; an equal one is not registered twice. */
    public void setTimer(Comparable<?> namespace, long timestamp, boolean eventTime) {
        TimerEntry<K> timer = new TimerEntry<>(key(), namespace, timestamp);
        if ((eventTime ? eventTimers : processingTimers).add(timer)) {
            listener.timerChanged(timer, eventTime, true);
        }
    }

    /** Deletes a timer of the current key, if there is one. */
    public void deleteTimer(Comparable<?> namespace, long timestamp, boolean eventTime) {
        TimerEntry<K> timer = new TimerEntry<>(key(), namespace, timestamp);
        if ((eventTime ? eventTimers : processingTimers).remove(timer)) {
            listener.timerChanged(timer, eventTime, false);
        }
    }

    /**
     * The table of a named state, made when it is first asked for.
     *
     * @throws IllegalStateException if the name was used with another kind or type
     */
    @SuppressWarnings("unchecked")
    public <N, V> StateTable<K, N, V> table(StateSchema<N, V> schema) {
        NamedTable<K, ?, ?> known = tables.get(schema.name());
        if (known != null) {
            requireSame(known.schema().description(), schema);
            return (StateTable<K, N, V>) known.table();
        }
        StateTable<K, N, V> made = backend.table(schema);
        NamedTable<K, N, V> named = new NamedTable<>(schema, made);
        tables.put(schema.name(), named);
        UnreadTable waiting = unread.remove(schema.name());
        if (waiting != null) {
            requireSame(waiting.description(), schema);
            waiting.blobs().forEach(blob -> named.read(keys, new ByteSource(blob)));
        }
        return made;
    }

    private void requireSame(String description, StateSchema<?, ?> schema) {
        if (!description.equals(schema.description())) {
            throw new IllegalStateException("state '" + schema.name() + "' of operator '" + operator + "' is "
                    + description + " and was asked for as " + schema.description()
                    + "; give one of the two another name");
        }
    }

    /** The tables by name, in the order in which they were first used. */
    public List<NamedTable<K, ?, ?>> tables() {
        return List.copyOf(tables.values());
    }

    /** Writes everything. */
    public void snapshot(ByteSink out) {
        write(out, any -> true, true);
    }

    /** Writes what belongs to one key group. */
    public void snapshotGroup(ByteSink out, int group) {
        write(out, each -> KeyGroups.groupOf(each, maxParallelism) == group, false);
    }

    /** Whether anything is kept for a key of this group. */
    public boolean hasGroup(int group) {
        Predicate<K> which = each -> KeyGroups.groupOf(each, maxParallelism) == group;
        for (NamedTable<K, ?, ?> table : tables.values()) {
            if (table.any(which)) {
                return true;
            }
        }
        return eventTimers.list().stream().anyMatch(timer -> which.test(timer.key()))
                || processingTimers.list().stream().anyMatch(timer -> which.test(timer.key()));
    }

    private void write(ByteSink out, Predicate<K> which, boolean withUnread) {
        out.writeLength(tables.size() + (withUnread ? unread.size() : 0));
        for (NamedTable<K, ?, ?> table : tables.values()) {
            out.writeString(table.schema().name());
            out.writeString(table.schema().description());
            ByteSink blob = new ByteSink();
            table.write(keys, blob, which);
            out.writeLength(1);
            out.writeBytes(blob.toBytes());
        }
        if (withUnread) {
            unread.forEach((name, table) -> {
                out.writeString(name);
                out.writeString(table.description());
                out.writeLength(table.blobs().size());
                table.blobs().forEach(out::writeBytes);
            });
        }
        eventTimers.snapshot(out, which);
        processingTimers.snapshot(out, which);
    }

    /** Adds what {@link #snapshot} or {@link #snapshotGroup} wrote. */
    public void restore(ByteSource in) {
        int count = in.readLength();
        for (int i = 0; i < count; i++) {
            String name = in.readString();
            String description = in.readString();
            int blobs = in.readLength();
            for (int j = 0; j < blobs; j++) {
                restoreTable(name, description, in.readBytes());
            }
        }
        eventTimers.restore(in);
        processingTimers.restore(in);
    }

    private void restoreTable(String name, String description, byte[] blob) {
        NamedTable<K, ?, ?> table = tables.get(name);
        if (table == null) {
            unread.computeIfAbsent(name, any -> new UnreadTable(description))
                    .blobs()
                    .add(blob);
        } else {
            requireSame(description, table.schema());
            table.read(keys, new ByteSource(blob));
        }
    }
}
