package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Query 13: a bid with what a side table says of its auction. */
record EnrichedBid(long auction, long bidder, long price, long dateTime, String value) implements Row {
    private static final long KEYS = 10_000;

    /** The side table: each number with itself as text. */
    static Map<Long, String> sideTable() {
        Map<Long, String> table = new HashMap<>();
        for (long key = 0; key < KEYS; key++) {
            table.put(key, Long.toString(key));
        }
        return table;
    }

    static EnrichedBid of(Bid bid, Map<Long, String> table) {
        String value = Objects.requireNonNull(table.get(bid.auction() % KEYS));
        return new EnrichedBid(bid.auction(), bid.bidder(), bid.price(), bid.dateTime(), value);
    }

    @Override
    public long rowHash() {
        return Mix.of(Mix.of(Mix.of(Mix.of(Mix.of(auction), bidder), price), dateTime), value);
    }
}
