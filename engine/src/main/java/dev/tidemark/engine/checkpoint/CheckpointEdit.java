package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A changed copy of a checkpoint in the making.
 *
 * <p>The checkpoint that it began with stays as it is. Timers are not touched. Values are of their classes, or as {@link CheckpointContents} shows them. Source: what Flink's State
 * Processor API writes.
 *
 * <pre>{@code
 * Checkpoint mended = Checkpoints.open(folder).edit()
 *         .put("totals", "sum", "pier", 42L)
 *         .change("totals", "sum", sum -> (Long) sum / 10)
 *         .drop("old sink")
 *         .rename("totals", "daily totals")
 *         .done();
 * }</pre>
 */
public final class CheckpointEdit {
    private final Checkpoint from;
    private final Map<String, OperatorState> operators = new LinkedHashMap<>();
    private final Map<String, String> uidsBefore = new LinkedHashMap<>();

    CheckpointEdit(Checkpoint from) {
        this.from = from;
        from.operators().forEach(state -> {
            operators.put(state.uid(), state);
            uidsBefore.put(state.uid(), state.uid());
        });
    }

    /** Sets the value of a state of the key alone; a key that had none gets one. */
    public CheckpointEdit put(String uid, String name, Object key, Object value) {
        return put(uid, name, key, NoNamespace.INSTANCE, value);
    }

    /** Sets the value of a key's state in a window. */
    public CheckpointEdit put(String uid, String name, Object key, Object namespace, Object value) {
        OpenState opened = open(uid, name);
        byte[] keyBytes = opened.keys().bytes(key);
        byte[] content = opened.content(namespace, value);
        OpenState.Place place = opened.find(keyBytes, opened.namespaces().bytes(namespace));
        if (place == null) {
            opened.add(key, new KeyGroup.Entry(keyBytes, content), from.maxParallelism());
        } else {
            place.table().entries().set(place.index(), new KeyGroup.Entry(keyBytes, content));
        }
        return close(opened);
    }

    /** Removes the value of a state of the key alone. */
    public CheckpointEdit remove(String uid, String name, Object key) {
        return remove(uid, name, key, NoNamespace.INSTANCE);
    }

    /**
     * Removes the value of a key's state in a window.
     *
     * @throws IllegalArgumentException if there is none
     */
    public CheckpointEdit remove(String uid, String name, Object key, Object namespace) {
        OpenState opened = open(uid, name);
        OpenState.Place place =
                opened.find(opened.keys().bytes(key), opened.namespaces().bytes(namespace));
        if (place == null) {
            throw new IllegalArgumentException("state '" + name + "' of operator '" + uid + "' has nothing for key "
                    + key + (namespace == NoNamespace.INSTANCE ? "" : " and " + namespace) + " in checkpoint "
                    + from.id() + "; contents().entries(…) lists what it has");
        }
        place.table().entries().remove(place.index());
        return close(opened);
    }

    /** Changes every value of a state. */
    public CheckpointEdit change(String uid, String name, UnaryOperator<Object> change) {
        OpenState opened = open(uid, name);
        opened.groups().values().forEach(group -> {
            KeyGroup.Table table = group.table(name);
            if (table != null) {
                table.entries().replaceAll(entry -> {
                    ByteSource in = new ByteSource(entry.content());
                    Object namespace = opened.namespaces().read(in);
                    Object after = change.apply(opened.values().read(in));
                    return new KeyGroup.Entry(entry.key(), opened.content(namespace, after));
                });
            }
        });
        return close(opened);
    }

    /** Drops an operator with all its state: where it is restored, it begins anew. */
    public CheckpointEdit drop(String uid) {
        operator(uid);
        operators.remove(uid);
        uidsBefore.remove(uid);
        return this;
    }

    /** Gives an operator's state to the operator of another uid. */
    public CheckpointEdit rename(String uid, String newUid) {
        OperatorState state = operator(uid);
        if (operators.containsKey(newUid)) {
            throw new IllegalArgumentException("checkpoint " + from.id() + " has an operator of uid '" + newUid
                    + "' already; drop that first, or take another uid");
        }
        String before = Objects.requireNonNull(uidsBefore.get(uid));
        drop(uid);
        operators.put(newUid, new OperatorState(newUid, state.types(), state.subtasks(), state.keyGroups()));
        uidsBefore.put(newUid, before);
        return this;
    }

    /** The changed copy. */
    public Checkpoint done() {
        List<Checkpoint.KeptWatermark> watermarks = new ArrayList<>();
        uidsBefore.forEach((uid, before) -> from.watermarks().stream()
                .filter(kept -> kept.uid().equals(before))
                .forEach(kept -> watermarks.add(
                        new Checkpoint.KeptWatermark(uid, kept.subtask(), kept.watermark(), kept.progress()))));
        return new Checkpoint(
                from.id(),
                from.step(),
                from.clockMillis(),
                from.attempt(),
                from.maxParallelism(),
                List.copyOf(operators.values()),
                watermarks);
    }

    private OperatorState operator(String uid) {
        OperatorState state = operators.get(uid);
        if (state == null) {
            throw new IllegalArgumentException(
                    "checkpoint " + from.id() + " has no operator of uid '" + uid + "'; it has " + operators.keySet());
        }
        return state;
    }

    private OpenState open(String uid, String name) {
        OpenState opened = OpenState.of(operator(uid), name);
        if (opened == null) {
            throw new IllegalArgumentException("operator '" + uid + "' has no keyed state '" + name + "' in checkpoint "
                    + from.id() + " to change; contents().states() lists what it has");
        }
        return opened;
    }

    private CheckpointEdit close(OpenState opened) {
        operators.put(opened.state().uid(), opened.written());
        return this;
    }
}
