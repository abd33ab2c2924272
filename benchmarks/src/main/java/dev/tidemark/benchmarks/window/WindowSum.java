package dev.tidemark.benchmarks.window;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/**
 * What a window of a key held.
 *
 * @param end the window's end, in milliseconds
 */
public record WindowSum(int key, long end, long count, long sum) implements Row {
    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(Mix.of(key), end), count), sum);
    }
}
