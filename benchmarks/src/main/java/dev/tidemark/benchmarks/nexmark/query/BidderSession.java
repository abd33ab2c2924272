package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** Query 11: how much somebody bid without a pause of ten seconds; {@code start} and {@code end} in milliseconds. */
record BidderSession(long bidder, long bids, long start, long end) implements Row {
    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(Mix.of(bidder), bids), start), end);
    }
}
