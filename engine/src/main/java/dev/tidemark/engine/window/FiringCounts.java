package dev.tidemark.engine.window;

import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import java.util.List;

/** How often each window has fired; kept only where panes are read. */
final class FiringCounts {
    private final StateTable<Object, Window, Integer> table;

    FiringCounts(KeyedStore<Object> store, Codec<Window> windows) {
        this.table = store.table(new StateSchema<>("firings", "value", windows, Codecs.of(Integer.class)));
    }

    /** Counts one more firing and returns the count. */
    int next(Object key, Window window) {
        Integer before = table.get(key, window);
        int count = before == null ? 1 : before + 1;
        table.put(key, window, count);
        return count;
    }

    /** The merged window has fired as often as its parts together. */
    void merge(Object key, List<TimeWindow> merged, Window result) {
        int sum = 0;
        for (Window window : merged) {
            Integer count = table.remove(key, window);
            sum += count == null ? 0 : count;
        }
        if (sum > 0) {
            table.put(key, result, sum);
        }
    }

    void forget(Object key, Window window) {
        table.remove(key, window);
    }
}
