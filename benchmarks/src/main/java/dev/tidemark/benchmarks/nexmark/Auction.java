package dev.tidemark.benchmarks.nexmark;

import dev.tidemark.benchmarks.result.Mix;

/** Somebody opens an auction, which ends at {@code expires}. */
public record Auction(
        long id,
        String itemName,
        String description,
        long initialBid,
        long reserve,
        long dateTime,
        long expires,
        long seller,
        long category,
        String extra)
        implements NexmarkEvent {

    /** A hash of all its values. */
    public long hash() {
        long hash = Mix.of(Mix.of(Mix.of(Mix.of(id), itemName), description), initialBid);
        return Mix.of(
                Mix.of(Mix.of(Mix.of(Mix.of(Mix.of(hash, reserve), dateTime), expires), seller), category), extra);
    }
}
