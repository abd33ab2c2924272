package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.checkpoint.untyped.TypeText;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A broadcast state in a checkpoint.
 *
 * @param type {@code broadcast<String, Long>}
 * @param size bytes in one subtask; all have the same
 */
record BroadcastContents(String name, String type, Map<?, ?> map, long size) {
    /** Those of an operator, as its first subtask stored them. */
    static List<BroadcastContents> of(OperatorState state) {
        List<BroadcastContents> all = new ArrayList<>();
        if (state.types().own() == StateTypes.OwnKind.BROADCAST) {
            ByteSource in = new ByteSource(state.subtasks().get(0));
            for (int left = in.readLength(); left > 0; left--) {
                all.add(read(in.readBytes()));
            }
        }
        return all;
    }

    private static BroadcastContents read(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        String name = in.readString();
        String type = in.readString();
        Map<?, ?> map = (Map<?, ?>)
                TypeText.codec("Map<" + StoredForms.valueType(type) + ">").read(in);
        return new BroadcastContents(name, type, map, bytes.length);
    }

    StoredState summary(OperatorState state) {
        String none = NoNamespace.class.getSimpleName();
        return new StoredState(state.uid(), state.types().operator(), name, type, "", none, map.size(), size);
    }

    List<StoredEntry<Object, Object>> entries(String uid) {
        List<StoredEntry<Object, Object>> all = new ArrayList<>();
        map.forEach((key, value) -> all.add(new StoredEntry<>(uid, name, -1, key, NoNamespace.INSTANCE, value)));
        return all;
    }
}
