package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** Query 1: a bid with its price in euros. */
record PricedBid(long auction, long bidder, double price, long dateTime, String extra) implements Row {
    private static final double EUROS = 0.908;

    static double euros(long dollars) {
        return EUROS * dollars;
    }

    static PricedBid of(Bid bid) {
        return new PricedBid(bid.auction(), bid.bidder(), euros(bid.price()), bid.dateTime(), bid.extra());
    }

    @Override
    public long rowHash() {
        long hash = Mix.of(Mix.of(Mix.of(auction), bidder), Double.doubleToLongBits(price));
        return Mix.of(Mix.of(hash, dateTime), extra);
    }
}
