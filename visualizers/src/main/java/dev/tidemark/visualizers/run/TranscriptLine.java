package dev.tidemark.visualizers.run;

/**
 * One line of a transcript.
 *
 * @param kind what it is about
 * @param text the line, without its line break
 */
public record TranscriptLine(LineKind kind, String text) {}
