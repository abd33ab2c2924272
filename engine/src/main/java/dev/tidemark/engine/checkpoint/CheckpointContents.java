package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.CodecException;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.TypeToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint holds, as records that can be listed, without the job that it is of.
 *
 * <p>Keys and values come as what they are where their class is given; else records come as {@code RecordValue} and constants of
 * enums as {@code EnumValue}. Looking changes nothing. Source: what Flink's State Processor API reads.
 *
 * <pre>{@code
 * var contents = Checkpoints.open(folder).contents();
 * contents.states();                                             // uid, name, types, how many entries, bytes
 * contents.entries("totals", "sum");                             // any state
 * contents.entries("totals", "sum", String.class, Long.class);   // with classes
 * }</pre>
 */
public final class CheckpointContents {
    private final Checkpoint checkpoint;

    CheckpointContents(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** The operators, as the topology has them. */
    public List<StoredOperator> operators() {
        return checkpoint.operators().stream().map(this::operator).toList();
    }

    private StoredOperator operator(OperatorState state) {
        List<String> names = states(state).stream().map(StoredState::name).toList();
        return new StoredOperator(
                state.uid(),
                state.types().operator(),
                state.subtasks().size(),
                state.keyGroups().size(),
                names,
                timers(state.uid()).size(),
                state.size());
    }

    /** The named states of all operators. */
    public List<StoredState> states() {
        return checkpoint.operators().stream()
                .flatMap(each -> states(each).stream())
                .toList();
    }

    private List<StoredState> states(OperatorState state) {
        StoredForms forms = new StoredForms(state);
        Map<String, StoredState> found = new LinkedHashMap<>();
        groups(state).values().forEach(group -> group.tables().forEach(table -> {
            StoredState part = new StoredState(
                    state.uid(),
                    state.types().operator(),
                    table.name(),
                    table.description(),
                    state.types().key(),
                    forms.namespace(table.name()),
                    table.entries().size(),
                    table.entries().stream()
                            .mapToLong(each -> each.key().length + each.content().length)
                            .sum());
            found.merge(table.name(), part, CheckpointContents::joined);
        }));
        List<StoredState> all = new ArrayList<>(found.values());
        BroadcastContents.of(state).forEach(each -> all.add(each.summary(state)));
        return all;
    }

    private static StoredState joined(StoredState one, StoredState other) {
        return new StoredState(
                one.uid(),
                one.operator(),
                one.name(),
                one.type(),
                one.key(),
                one.namespace(),
                one.entries() + other.entries(),
                one.size() + other.size());
    }

    /** Every value of a state, by key group. */
    public List<StoredEntry<Object, Object>> entries(String uid, String name) {
        OperatorState state = operatorState(uid);
        StoredForms forms = new StoredForms(state);
        List<StoredEntry<Object, Object>> all = new ArrayList<>();
        groups(state).forEach((number, group) -> {
            KeyGroup.Table table = group.table(name);
            if (table != null) {
                Codec<Object> keys = forms.keys();
                Codec<Object> namespaces = forms.namespaces(name);
                Codec<Object> values = forms.values(table);
                for (KeyGroup.Entry entry : table.entries()) {
                    ByteSource in = new ByteSource(entry.content());
                    Object namespace = namespaces.read(in);
                    all.add(new StoredEntry<>(
                            uid, name, number, keys.fromBytes(entry.key()), namespace, values.read(in)));
                }
            }
        });
        BroadcastContents.of(state).stream()
                .filter(each -> each.name().equals(name))
                .forEach(each -> all.addAll(each.entries(uid)));
        if (all.isEmpty()) {
            requireState(state, name);
        }
        return all;
    }

    /** Every value of a state with the classes of its keys and of what is stored; a list's is {@code List}, a map's {@code Map}. */
    public <K, V> List<StoredEntry<K, V>> entries(String uid, String name, Class<K> key, Class<V> value) {
        return entries(uid, name, Codecs.of(key), Codecs.of(value));
    }

    /** Every value of a state with the types of its keys and of what is stored. */
    public <K, V> List<StoredEntry<K, V>> entries(String uid, String name, TypeToken<K> key, TypeToken<V> value) {
        return entries(uid, name, Codecs.of(key), Codecs.of(value));
    }

    private <K, V> List<StoredEntry<K, V>> entries(String uid, String name, Codec<K> keys, Codec<V> values) {
        OperatorState state = operatorState(uid);
        requireState(state, name);
        requireType(state, name, "keys", state.types().key(), keys);
        Codec<Object> namespaces = new StoredForms(state).namespaces(name);
        List<StoredEntry<K, V>> all = new ArrayList<>();
        groups(state, keys).forEach((number, group) -> {
            KeyGroup.Table table = group.table(name);
            if (table != null) {
                requireType(state, name, "values", StoredForms.valueType(table.description()), values);
                for (KeyGroup.Entry entry : table.entries()) {
                    ByteSource in = new ByteSource(entry.content());
                    Object namespace = namespaces.read(in);
                    all.add(new StoredEntry<>(
                            uid, name, number, keys.fromBytes(entry.key()), namespace, values.read(in)));
                }
            }
        });
        return all;
    }

    private static void requireType(OperatorState state, String name, String what, String stored, Codec<?> given) {
        if (!given.typeName().equals(stored)) {
            throw new CodecException("the " + what + " of state '" + name + "' of operator '" + state.uid() + "' are "
                    + stored + " and were asked for as " + given.typeName()
                    + "; give the class that was stored, or none");
        }
    }

    private void requireState(OperatorState state, String name) {
        List<String> known = states(state).stream().map(StoredState::name).toList();
        if (!known.contains(name)) {
            throw new IllegalArgumentException("operator '" + state.uid() + "' has no state '" + name
                    + "' in checkpoint " + checkpoint.id() + "; it has " + known);
        }
    }

    /** The timers of an operator: by key group, those of event time first. */
    public List<StoredTimer> timers(String uid) {
        OperatorState state = operatorState(uid);
        List<StoredTimer> all = new ArrayList<>();
        groups(state).forEach((number, group) -> {
            for (boolean eventTime : new boolean[] {true, false}) {
                StoredForms forms = new StoredForms(state);
                group.timers(eventTime)
                        .forEach(timer -> all.add(new StoredTimer(
                                uid,
                                number,
                                forms.keys().fromBytes(timer.key()),
                                forms.timers().fromBytes(timer.namespace()),
                                timer.timestamp(),
                                eventTime)));
            }
        });
        return all;
    }

    private OperatorState operatorState(String uid) {
        return checkpoint.operator(uid);
    }

    /** The key groups that have anything, taken apart. */
    private static Map<Integer, KeyGroup> groups(OperatorState state) {
        return state.keyGroups().isEmpty() ? Map.of() : groups(state, new StoredForms(state).keys());
    }

    @SuppressWarnings("unchecked") // only bytes are looked for
    private static Map<Integer, KeyGroup> groups(OperatorState state, Codec<?> keys) {
        Map<Integer, KeyGroup> groups = new LinkedHashMap<>();
        Codec<Object> timers = new StoredForms(state).timers();
        state.keyGroups()
                .forEach((number, bytes) -> groups.put(number, KeyGroup.read(bytes, (Codec<Object>) keys, timers)));
        return groups;
    }
}
