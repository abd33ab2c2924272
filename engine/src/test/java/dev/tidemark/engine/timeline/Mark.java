package dev.tidemark.engine.timeline;

/** An event that patterns look for; the first letter of {@code what} is its kind. */
public record Mark(String key, String what) {}
