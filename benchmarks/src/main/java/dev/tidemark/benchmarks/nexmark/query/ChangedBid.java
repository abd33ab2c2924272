package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/**
 * Queries 18 and 19: a bid that enters the view with a rank, or (taken back) leaves it.
 *
 * @param rank from 1
 */
record ChangedBid(Bid bid, int rank, long weight) implements Row {
    static ChangedBid enters(Bid bid, int rank) {
        return new ChangedBid(bid, rank, 1);
    }

    static ChangedBid leaves(Bid bid, int rank) {
        return new ChangedBid(bid, rank, -1);
    }

    @Override
    public long rowHash() {
        return Mix.of(bid.rowHash(), rank);
    }
}
