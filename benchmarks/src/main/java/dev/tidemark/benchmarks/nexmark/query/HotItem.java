package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/**
 * Query 5: an auction with the most bids of a window.
 *
 * @param end the window's end, in milliseconds
 */
record HotItem(long auction, long bids, long end) implements Row {
    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(auction), bids), end);
    }
}
