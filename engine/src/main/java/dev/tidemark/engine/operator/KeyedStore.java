package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.StateTables;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.time.TimerQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The keyed state and the timers of one operator subtask, with the key that is current. */
public final class KeyedStore<K> {
    /** Stands in a checkpoint where the name of a state would, and is followed by the type of the keys. */
    private static final String KEYS = "\u0000keys";

    private final String operator;
    private final Codec<K> keys;
    private final Codec<Comparable<?>> namespaces;
    private final int maxParallelism;
    private final StateTables<K> backend;
    private final KeyedListener listener;
    private final LongSupplier clock;
    private final Map<String, StateSchema<?, ?>> schemas;
    private final SortedMap<String, NamedTable<K, ?, ?>> tables = new TreeMap<>();
    private final SortedMap<String, UnreadTable<K>> unread = new TreeMap<>();
    private final TimerQueue<K> eventTimers;
    private final TimerQueue<K> processingTimers;
    private @Nullable K key;
    private boolean restored;
    private boolean ignoresTimers;

    /**
     * An empty store; {@code namespaces} is the codec of the timers' namespace.
     *
     * @param schemas what is known of the operator's states by name from earlier starts in this process; grows
     * @param clock processing time in milliseconds
     */
    public KeyedStore(
            String operator,
            Codec<K> keys,
            Codec<Comparable<?>> namespaces,
            int maxParallelism,
            StateTables<K> backend,
            Map<String, StateSchema<?, ?>> schemas,
            KeyedListener listener,
            LongSupplier clock) {
        this.clock = clock;
        this.schemas = schemas;
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

    /** There is no current key: an element came in through an input without keys. */
    public void noKey() {
        this.key = null;
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

    LongSupplier clock() {
        return clock;
    }

    /** Whether timers that are registered now are ignored, as they are when those of a key that is over fire. */
    public void ignoreTimers(boolean wanted) {
        ignoresTimers = wanted;
    }

    /** Forgets all state; timers stay. */
    public void clear() {
        tables.values().forEach(each -> each.table().clear());
    }

    /** Registers a timer for the current key; an equal one is not registered twice. */
    public void setTimer(Comparable<?> namespace, long timestamp, boolean eventTime) {
        if (ignoresTimers) {
            listener.timerIgnored(key(), namespace, timestamp, eventTime);
            return;
        }
        TimerEntry<K> timer = (eventTime ? eventTimers : processingTimers).add(key(), namespace, timestamp);
        if (timer != null) {
            listener.timerChanged(timer, eventTime, true);
        }
    }

    /** Deletes a timer of the current key, if there is one. */
    public void deleteTimer(Comparable<?> namespace, long timestamp, boolean eventTime) {
        TimerEntry<K> timer = (eventTime ? eventTimers : processingTimers).remove(key(), namespace, timestamp);
        if (timer != null) {
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
            requireSameTtl(known.schema(), schema);
            return (StateTable<K, N, V>) known.table();
        }
        schemas.put(schema.name(), schema);
        return make(schema);
    }

    private <N, V> StateTable<K, N, V> make(StateSchema<N, V> schema) {
        StateTable<K, N, V> made = backend.table(schema);
        NamedTable<K, N, V> named = new NamedTable<>(schema, made);
        tables.put(schema.name(), named);
        UnreadTable<K> waiting = unread.remove(schema.name());
        if (waiting != null) {
            read(waiting, named);
        }
        return made;
    }

    private void read(UnreadTable<K> restored, NamedTable<K, ?, ?> table) {
        try {
            table.read(restored, clock.getAsLong());
        } catch (CodecException e) {
            StateSchema<?, ?> schema = table.schema();
            throw new IllegalStateException(
                    "state '" + schema.name() + "' of operator '" + operator + "' is " + restored.description()
                            + " and was asked for as " + schema.description() + ": " + e.getMessage(),
                    e);
        }
    }

    private void requireSameTtl(StateSchema<?, ?> known, StateSchema<?, ?> asked) {
        if (!Objects.equals(known.ttl(), asked.ttl())) {
            throw new IllegalStateException("state '" + asked.name() + "' of operator '" + operator + "' has "
                    + known.ttl() + " and was asked for with " + asked.ttl()
                    + "; ask with the same one everywhere, or give one of the two another name");
        }
    }

    private void requireSame(String description, StateSchema<?, ?> schema) {
        if (!description.equals(schema.description())) {
            throw new IllegalStateException("state '" + schema.name() + "' of operator '" + operator + "' is "
                    + description + " and was asked for as " + schema.description()
                    + "; give one of the two another name");
        }
    }

    /** The keys that have something in a named state, in the codec's order, each once; a copy. */
    List<K> keysOf(String name) {
        TreeSet<K> found = new TreeSet<>(keys.order());
        NamedTable<K, ?, ?> named = tables.get(name);
        if (named != null) {
            named.table().forEach((each, namespace, value) -> found.add(each));
        }
        return List.copyOf(found);
    }

    /** The tables in the order of their names. */
    public List<NamedTable<K, ?, ?>> tables() {
        return List.copyOf(tables.values());
    }

    /** Writes everything, table by table in the order of their names, whenever each was first used. */
    public void snapshot(ByteSink out) {
        write(parts(any -> 0), 0, out);
    }

    /** What belongs to each key group that has anything, in the form of {@link #snapshot}; one pass over everything. */
    public SortedMap<Integer, byte[]> snapshotGroups() {
        List<Part<K>> parts = parts(each -> KeyGroups.groupOf(each, maxParallelism));
        parts.add(0, new Part<>(List.of(KEYS, keys.typeName()), new EntriesBySlot<>(any -> 0)));
        SortedMap<Integer, byte[]> groups = new TreeMap<>();
        for (Part<K> part : parts) {
            for (int group : part.entries().slots()) {
                groups.computeIfAbsent(group, any -> {
                    ByteSink out = new ByteSink();
                    write(parts, any, out);
                    return out.toBytes();
                });
            }
        }
        return groups;
    }

    /** A table with its name and description, or timers, with their entries. */
    private record Part<K>(List<String> heading, EntriesBySlot<K> entries) {}

    private List<Part<K>> parts(ToIntFunction<K> slotOf) {
        List<Part<K>> parts = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(unread.keySet());
        for (String name : names) {
            EntriesBySlot<K> entries = new EntriesBySlot<>(slotOf);
            NamedTable<K, ?, ?> table = tables.get(name);
            if (table != null) {
                table.write(keys, entries);
                parts.add(new Part<>(List.of(name, table.schema().description()), entries));
            } else {
                UnreadTable<K> waiting = Objects.requireNonNull(unread.get(name));
                waiting.write(keys, entries);
                parts.add(new Part<>(List.of(name, waiting.description()), entries));
            }
        }
        parts.add(new Part<>(List.of(), entries(eventTimers, slotOf)));
        parts.add(new Part<>(List.of(), entries(processingTimers, slotOf)));
        return parts;
    }

    private EntriesBySlot<K> entries(TimerQueue<K> timers, ToIntFunction<K> slotOf) {
        EntriesBySlot<K> entries = new EntriesBySlot<>(slotOf);
        for (TimerEntry<K> timer : timers.list()) {
            timers.write(timer, entries.entry(timer.key()));
        }
        return entries;
    }

    private static <K> void write(List<Part<K>> parts, int slot, ByteSink out) {
        out.writeLength(
                (int) parts.stream().filter(part -> !part.heading().isEmpty()).count());
        for (Part<K> part : parts) {
            part.heading().forEach(out::writeString);
            part.entries().write(slot, out);
        }
    }

    /** Whether it began with what another start of the job left. */
    public boolean restored() {
        return restored;
    }

    /** Adds what {@link #snapshot} or {@link #snapshotGroups} wrote. */
    public void restore(ByteSource in) {
        restored = true;
        int count = in.readLength();
        for (int i = 0; i < count; i++) {
            String name = in.readString();
            UnreadTable<K> restored = new UnreadTable<>(in.readString());
            if (name.equals(KEYS)) {
                requireSameKeys(restored.description());
            }
            restored.read(keys, in);
            if (!name.equals(KEYS)) {
                restore(name, restored);
            }
        }
        eventTimers.restore(in);
        processingTimers.restore(in);
    }

    /** Keys may not have another shape, since their hashes say where they are. Source: Flink's {@code StateSerializerProvider}. */
    private void requireSameKeys(String stored) {
        if (!stored.equals(keys.typeName())) {
            throw new IllegalStateException("the keys of operator '" + operator + "' were written as " + stored
                    + " and are " + keys.typeName()
                    + " now; keep the type of the keys, whatever else of a state changes,"
                    + " or give the operator another uid, which begins without what was stored");
        }
    }

    private void restore(String name, UnreadTable<K> restored) {
        NamedTable<K, ?, ?> table = tables.get(name);
        StateSchema<?, ?> schema = schemas.get(name);
        if (table != null) {
            read(restored, table);
            return;
        }
        unread.computeIfAbsent(name, any -> new UnreadTable<>(restored.description()))
                .entries()
                .addAll(restored.entries());
        if (schema != null && NamedTable.unchanged(schema, restored.description())) {
            make(schema);
        }
    }
}
