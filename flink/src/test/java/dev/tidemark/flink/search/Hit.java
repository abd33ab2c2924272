package dev.tidemark.flink.search;

/** The event of every random pipeline, and the result of every stage. */
public record Hit(String key, long number, long millis) {}
