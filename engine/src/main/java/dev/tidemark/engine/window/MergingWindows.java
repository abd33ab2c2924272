package dev.tidemark.engine.window;

import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The live sessions of the current key, each with the window under which its contents are kept.
 *
 * <p>When windows merge, the contents stay where the earliest of them kept its own and take in the others in the order
 * of their starts. Flink leaves that choice open. Source: Flink's {@code MergingWindowSet}.
 */
final class MergingWindows {
    /** Told when two or more windows, or a window and state, became one. */
    interface OnMerge {
        /** {@code merged} are the windows that are gone, {@code gone} the places of contents to take into {@code kept}. */
        void merged(TimeWindow result, List<TimeWindow> merged, TimeWindow kept, List<TimeWindow> gone);
    }

    private final KeyedStore<Object> store;
    private final StateTable<Object, NoNamespace, Map<TimeWindow, TimeWindow>> table;

    MergingWindows(KeyedStore<Object> store, Codec<TimeWindow> windows) {
        this.store = store;
        this.table = store.table(new StateSchema<>(
                "merging windows", "map", Codecs.of(NoNamespace.class), Codecs.map(windows, windows)));
    }

    private Map<TimeWindow, TimeWindow> live() {
        Map<TimeWindow, TimeWindow> live = table.get(store.key(), NoNamespace.INSTANCE);
        return live == null ? Map.of() : live;
    }

    /** The live windows, to be changed and then saved. */
    private Map<TimeWindow, TimeWindow> own() {
        Map<TimeWindow, TimeWindow> live = live();
        return live instanceof LinkedHashMap ? live : new LinkedHashMap<>(live);
    }

    private void save(Map<TimeWindow, TimeWindow> live) {
        if (live.isEmpty()) {
            table.remove(store.key(), NoNamespace.INSTANCE);
        } else {
            table.put(store.key(), NoNamespace.INSTANCE, live);
        }
    }

    /** Where the contents of a live window are kept, or null when the window is not live. */
    @Nullable
    TimeWindow contentsOf(TimeWindow window) {
        return live().get(window);
    }

    /** The live window of {@code key} whose contents are kept at {@code home}. */
    TimeWindow windowOf(Object key, TimeWindow home) {
        Map<TimeWindow, TimeWindow> live = table.get(key, NoNamespace.INSTANCE);
        if (live != null) {
            for (Map.Entry<TimeWindow, TimeWindow> entry : live.entrySet()) {
                if (entry.getValue().equals(home)) {
                    return entry.getKey();
                }
            }
        }
        return home;
    }

    /** Forgets a window. */
    void retire(TimeWindow window) {
        Map<TimeWindow, TimeWindow> live = own();
        live.remove(window);
        save(live);
    }

    /** Adds a window, merging it with those that it meets; returns the live window that now contains it. */
    TimeWindow add(TimeWindow added, OnMerge onMerge) {
        Map<TimeWindow, TimeWindow> live = own();
        List<TimeWindow> met = met(live, added);
        if (met.isEmpty()) {
            live.put(added, added);
            save(live);
            return added;
        }
        TimeWindow result = added;
        for (TimeWindow window : met) {
            result = result.cover(window);
        }
        if (met.size() == 1 && met.get(0).equals(result)) {
            return result;
        }
        TimeWindow kept = null;
        List<TimeWindow> gone = new ArrayList<>();
        for (TimeWindow window : met) {
            TimeWindow contents = live.remove(window);
            if (kept == null) {
                kept = contents;
            } else if (contents != null) {
                gone.add(contents);
            }
        }
        TimeWindow home = Objects.requireNonNull(kept);
        live.put(result, home);
        save(live);
        onMerge.merged(result, met, home, gone);
        return result;
    }

    /** The live windows that {@code added} meets, directly or through others, in the order of their starts. */
    private static List<TimeWindow> met(Map<TimeWindow, TimeWindow> live, TimeWindow added) {
        if (live.size() == 1) {
            TimeWindow only = live.keySet().iterator().next();
            return only.meets(added) ? List.of(only) : List.of();
        }
        List<TimeWindow> ordered = new ArrayList<>(live.keySet());
        Collections.sort(ordered);
        List<TimeWindow> met = new ArrayList<>();
        TimeWindow reach = added;
        for (TimeWindow window : ordered) {
            if (window.meets(reach)) {
                met.add(window);
                reach = reach.cover(window);
            }
        }
        return met;
    }
}
