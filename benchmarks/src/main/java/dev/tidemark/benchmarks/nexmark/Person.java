package dev.tidemark.benchmarks.nexmark;

/** Somebody comes who may open auctions and bid. */
public record Person(
        long id,
        String name,
        String emailAddress,
        String creditCard,
        String city,
        String state,
        long dateTime,
        String extra)
        implements NexmarkEvent {}
