package dev.tidemark.engine.cep;

/**
 * Between which events of a match a limit of time holds.
 *
 * <p>Source: Flink's {@code WithinType}.
 */
public enum WithinType {
    /** Between the first event of the match and the last. */
    FIRST_AND_LAST,
    /** Between the event that the part takes and the event taken before it. */
    PREVIOUS_AND_CURRENT
}
