package dev.tidemark.engine.timeline;

/** The event of most timelines. */
public record Reading(String key, long value) {}
