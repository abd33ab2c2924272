package dev.tidemark.flink.translate;

/** A topology holds something that can't be said to Flink; the message says what, where, and what to do. */
public final class Refusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
