package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Auction;
import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkEvent;
import dev.tidemark.benchmarks.nexmark.Person;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;
import org.jspecify.annotations.Nullable;

/** Queries 9 and 20: an auction, and a bid in it. */
record AuctionBid(Auction auction, Bid bid) implements Row {
    private static final int CATEGORY = 10;

    /** Whether query 20 asks for this auction. */
    static boolean wanted(Auction auction) {
        return auction.category() == CATEGORY;
    }

    /** The auction that an event is about; a person is about none. */
    static long auctionOf(NexmarkEvent event) {
        if (event instanceof Bid bid) {
            return bid.auction();
        }
        if (event instanceof Auction auction) {
            return auction.id();
        }
        throw new IllegalArgumentException("person " + ((Person) event).id() + " is about no auction");
    }

    /** Whether a bid came while the auction was open and beats the best so far: a higher price, or the same earlier. */
    static boolean beats(Auction auction, Bid bid, @Nullable Bid best) {
        if (bid.dateTime() < auction.dateTime() || bid.dateTime() > auction.expires()) {
            return false;
        }
        return best == null
                || bid.price() > best.price()
                || (bid.price() == best.price() && bid.dateTime() < best.dateTime());
    }

    @Override
    public long rowHash() {
        return Mix.of(auction.hash(), bid.rowHash());
    }
}
