package dev.tidemark.benchmarks.nexmark.query;

import dev.tidemark.benchmarks.nexmark.Bid;
import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;
import java.util.regex.Pattern;

/** Query 22: a bid with the three directories of its address. */
record DirectoriesBid(long auction, long bidder, long price, String channel, String first, String second, String third)
        implements Row {
    private static final Pattern SLASH = Pattern.compile("/");

    static DirectoriesBid of(Bid bid) {
        String[] parts = SLASH.split(bid.url(), -1);
        return new DirectoriesBid(
                bid.auction(), bid.bidder(), bid.price(), bid.channel(), parts[3], parts[4], parts[5]);
    }

    @Override
    public long rowHash() {
        long hash = Mix.of(Mix.of(Mix.of(Mix.of(auction), bidder), price), channel);
        return Mix.of(Mix.of(Mix.of(hash, first), second), third);
    }
}
