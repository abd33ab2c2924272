package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** Query 4: the average winning bid of a category, or (taken back) an earlier one. */
record CategoryPrice(long category, long average, long weight) implements Row {
    @Override
    public long rowHash() {
        return Mix.of(Mix.of(category), average);
    }
}
