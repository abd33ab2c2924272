package dev.tidemark.engine.timeline;

/** Points of a team, from the worked example. */
public record Score(String team, long points) {}
