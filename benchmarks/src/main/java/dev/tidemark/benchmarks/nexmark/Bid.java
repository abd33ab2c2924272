package dev.tidemark.benchmarks.nexmark;

import dev.tidemark.benchmarks.result.Mix;
import dev.tidemark.benchmarks.result.Row;

/** Somebody bids in an auction. */
public record Bid(long auction, long bidder, long price, String channel, String url, long dateTime, String extra)
        implements NexmarkEvent, Row {
    @Override
    public long rowHash() {
        long hash = Mix.of(Mix.of(Mix.of(auction), bidder), price);
        return Mix.of(Mix.of(Mix.of(Mix.of(hash, channel), url), dateTime), extra);
    }
}
