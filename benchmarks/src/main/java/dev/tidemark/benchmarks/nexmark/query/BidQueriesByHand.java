package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.result.Tally;
import java.util.Map;
import java.util.function.Consumer;

/** The queries that look at one bid at a time, by a loop. */
record BidQueriesByHand(NexmarkPlan plan) {
    void q0(long events, Tally results) {
        bids(events, results::add);
    }

    void q1(long events, Tally results) {
        bids(events, bid -> results.add(PricedBid.of(bid)));
    }

    void q2(long events, Tally results) {
        bids(events, bid -> {
            if (AuctionPrice.wanted(bid)) {
                results.add(AuctionPrice.of(bid));
            }
        });
    }

    void q13(long events, Tally results) {
        Map<Long, String> table = EnrichedBid.sideTable();
        bids(events, bid -> results.add(EnrichedBid.of(bid, table)));
    }

    void q14(long events, Tally results) {
        bids(events, bid -> {
            if (TimedBid.wanted(bid)) {
                results.add(TimedBid.of(bid));
            }
        });
    }

    void q21(long events, Tally results) {
        bids(events, bid -> {
            ChannelBid found = ChannelBid.of(bid);
            if (found != null) {
                results.add(found);
            }
        });
    }

    void q22(long events, Tally results) {
        bids(events, bid -> results.add(DirectoriesBid.of(bid)));
    }

    private void bids(long events, Consumer<Bid> each) {
        for (long i = 0; i < events; i++) {
            if (plan.event(i) instanceof Bid bid) {
                each.accept(bid);
            }
        }
    }
}
