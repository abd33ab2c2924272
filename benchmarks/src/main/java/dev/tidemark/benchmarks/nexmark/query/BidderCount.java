package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/**
 * Query 12: how often somebody bid in ten seconds of processing time.
 *
 * <p>Which ten seconds a bid falls into differs from run to run, so that the row counts as many times as there were bids: what is
 * compared is the number of bids of each bidder.
 */
record BidderCount(long bidder, long bids) implements Row {
    @Override
    public long weight() {
        return bids;
    }

    @Override
    public long rowHash() {
        return Mix.of(bidder);
    }
}
