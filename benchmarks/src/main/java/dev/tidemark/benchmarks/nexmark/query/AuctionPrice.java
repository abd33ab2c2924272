package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** Query 2: what was bid in one of certain auctions. */
record AuctionPrice(long auction, long price) implements Row {
    private static final int EVERY = 123;

    static boolean wanted(Bid bid) {
        return bid.auction() % EVERY == 0;
    }

    static AuctionPrice of(Bid bid) {
        return new AuctionPrice(bid.auction(), bid.price());
    }

    @Override
    public long rowHash() {
        return Mix.of(Mix.of(auction), price);
    }
}
