package dev.tidemark.benchmarks.cases;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * What a window held when it fired, or an event that was late.
 *
 * @param end the window's end, in milliseconds; −1 for what was late
 */
record CaseResult(String key, long end, List<Long> values) implements Row {
    CaseResult {
        values = List.copyOf(values);
    }

    static CaseResult fired(String key, long end, Iterable<Entry> entries) {
        List<Long> values = new ArrayList<>();
        entries.forEach(entry -> values.add(entry.value()));
        return new CaseResult(key, end, values);
    }

    static CaseResult late(Entry entry) {
        return new CaseResult(entry.key(), -1, List.of(entry.value()));
    }

    @Override
    public long rowHash() {
        long hash = Mix.of(Mix.of(end), key);
        for (long value : values) {
            hash = Mix.of(hash, value);
        }
        return hash;
    }
}
