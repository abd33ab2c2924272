package dev.tidemark.visualizers.run;

/**
 * One thing to know about a run.
 *
 * @param name what it is, such as {@code watermark}
 * @param value how it stands, as text
 */
public record Fact(String name, String value) {}
