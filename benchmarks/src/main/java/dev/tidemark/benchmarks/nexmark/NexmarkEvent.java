package dev.tidemark.benchmarks.nexmark;

/** Something that happens in the auction house. */
public sealed interface NexmarkEvent permits Person, Auction, Bid {
    /** When, in milliseconds. */
    long dateTime();
}
