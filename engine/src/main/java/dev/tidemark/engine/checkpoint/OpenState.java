package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.checkpoint.untyped.TypeText;
import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.Codec;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One keyed state of one operator in a checkpoint, taken apart to be changed. */
record OpenState(
        OperatorState state,
        String name,
        String description,
        SortedMap<Integer, KeyGroup> groups,
        Codec<Object> keys,
        Codec<Object> namespaces,
        Codec<Object> values) {
    /** Where an entry stands. */
    record Place(KeyGroup.Table table, int index) {}

    /** Null if the operator has no such state. */
    static @Nullable OpenState of(OperatorState state, String name) {
        SortedMap<Integer, KeyGroup> groups = new TreeMap<>();
        StoredForms forms = new StoredForms(state);
        state.keyGroups()
                .forEach((number, bytes) -> groups.put(number, KeyGroup.read(bytes, forms.keys(), forms.timers())));
        for (KeyGroup group : groups.values()) {
            KeyGroup.Table table = group.table(name);
            if (table != null) {
                return new OpenState(
                        state,
                        name,
                        table.description(),
                        groups,
                        forms.keys(),
                        forms.namespaces(name),
                        forms.values(table));
            }
        }
        return null;
    }

    byte[] content(Object namespace, Object value) {
        ByteSink out = new ByteSink();
        namespaces.write(namespace, out);
        values.write(value, out);
        return out.toBytes();
    }

    /** Where the value of a key and namespace stands, null for nowhere. */
    @Nullable
    Place find(byte[] key, byte[] namespace) {
        for (KeyGroup group : groups.values()) {
            KeyGroup.Table table = group.table(name);
            for (int i = 0; table != null && i < table.entries().size(); i++) {
                KeyGroup.Entry entry = table.entries().get(i);
                if (Arrays.equals(entry.key(), key) && begins(entry.content(), namespace)) {
                    return new Place(table, i);
                }
            }
        }
        return null;
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    /** Adds a value of a key and namespace that have none. */
    void add(Object key, KeyGroup.Entry entry, int maxParallelism) {
        KeyGroup known = groups.values().iterator().next(); // the one that has the state
        groups.computeIfAbsent(groupOf(key, entry.key(), maxParallelism), any -> known.like())
                .table(name, description)
                .entries()
                .add(entry);
    }

    /** The group that has the key already, else the one that its hash says. */
    private int groupOf(Object key, byte[] keyBytes, int maxParallelism) {
        for (Map.Entry<Integer, KeyGroup> group : groups.entrySet()) {
            for (KeyGroup.Table table : group.getValue().tables()) {
                if (table.entries().stream().anyMatch(entry -> Arrays.equals(entry.key(), keyBytes))) {
                    return group.getKey();
                }
            }
        }
        if (TypeText.untyped(key)) {
            throw new IllegalArgumentException("key " + key + " is new to operator '" + state.uid()
                    + "', and its key group depends on the hash of its class; give it as that class");
        }
        return KeyGroups.groupOf(key, maxParallelism);
    }

    /** The operator's part of the checkpoint as it is now. */
    OperatorState written() {
        SortedMap<Integer, byte[]> written = new TreeMap<>();
        groups.forEach((number, group) -> {
            if (!group.isEmpty()) {
                written.put(number, group.write());
            }
        });
        return new OperatorState(state.uid(), state.types(), state.subtasks(), written);
    }
}
