package dev.tidemark.engine.cep;

import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.SortedMapCodec;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a pattern operator keeps of each key: the events that wait for their time, and what is under way. */
final class PatternState {
    private static final String WAITING = "waiting";
    private static final String MATCHES = "matches";

    private final KeyedStore<Object> store;
    private final StateTable<Object, NoNamespace, TreeMap<Long, List<Object>>> waiting;
    private final StateTable<Object, NoNamespace, Matches<Object>> matches;

    PatternState(KeyedStore<Object> store, Codec<Object> elements) {
        this.store = store;
        Codec<NoNamespace> none = Codecs.of(NoNamespace.class);
        Codec<Long> times = Codecs.of(Long.class);
        this.waiting = store.table(new StateSchema<>(
                WAITING, "map", none, new SortedMapCodec<>(times, Codecs.map(times, Codecs.list(elements)))));
        this.matches = store.table(new StateSchema<>(MATCHES, "pattern", none, new MatchesCodec<>(elements)));
    }

    /** Keeps an event until its time; true when it is the first of that time. */
    boolean await(Object event, long at) {
        TreeMap<Long, List<Object>> known = waiting.get(store.key(), NoNamespace.INSTANCE);
        TreeMap<Long, List<Object>> all = known == null ? new TreeMap<>() : known;
        boolean first = !all.containsKey(at);
        all.computeIfAbsent(at, any -> new ArrayList<>()).add(event);
        waiting.put(store.key(), NoNamespace.INSTANCE, all);
        store.listener().stateChanged(WAITING, store.key(), NoNamespace.INSTANCE, all);
        return first;
    }

    /** Removes and returns the events up to a time, by time. */
    List<Map.Entry<Long, List<Object>>> arrived(long until) {
        TreeMap<Long, List<Object>> all = waiting.get(store.key(), NoNamespace.INSTANCE);
        List<Map.Entry<Long, List<Object>>> arrived = new ArrayList<>();
        while (all != null && !all.isEmpty() && all.firstKey() <= until) {
            arrived.add(all.pollFirstEntry());
        }
        if (all != null && !arrived.isEmpty()) {
            if (all.isEmpty()) {
                waiting.remove(store.key(), NoNamespace.INSTANCE);
            } else {
                waiting.put(store.key(), NoNamespace.INSTANCE, all);
            }
            store.listener().stateChanged(WAITING, store.key(), NoNamespace.INSTANCE, all.isEmpty() ? null : all);
        }
        return arrived;
    }

    /** What is under way; null when nothing is. */
    @Nullable
    Matches<Object> matches() {
        return matches.get(store.key(), NoNamespace.INSTANCE);
    }

    /** Keeps what is under way; null when nothing is. */
    void matches(@Nullable Matches<Object> after) {
        if (after != null) {
            matches.put(store.key(), NoNamespace.INSTANCE, after);
            store.listener().stateChanged(MATCHES, store.key(), NoNamespace.INSTANCE, after);
        } else if (matches.remove(store.key(), NoNamespace.INSTANCE) != null) {
            store.listener().stateChanged(MATCHES, store.key(), NoNamespace.INSTANCE, null);
        }
    }
}
