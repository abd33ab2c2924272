package dev.tidemark.kernel.session;

/** A temperature, shown by an extension of a test. */
public record Celsius(double degrees) {}
