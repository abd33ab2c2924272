package dev.tidemark.engine.cep;

/**
 * What may lie between the event before and the one that a part of a pattern takes.
 *
 * <p>Source: Flink's {@code Quantifier.ConsumingStrategy}.
 */
public enum Contiguity {
    /** Nothing: the next event has to fit. */
    NEXT("next"),
    /** Events that do not fit are passed over, up to the first that fits. */
    FOLLOWED_BY("followedBy"),
    /** Any events are passed over, also those that fit. */
    FOLLOWED_BY_ANY("followedByAny"),
    /** The next event must not fit. */
    NOT_NEXT("notNext"),
    /** No event that fits may come before the one that the following part takes. */
    NOT_FOLLOWED_BY("notFollowedBy");

    private final String method;

    Contiguity(String method) {
        this.method = method;
    }

    /** Whether it says what must not occur. */
    public boolean negated() {
        return this == NOT_NEXT || this == NOT_FOLLOWED_BY;
    }

    /** The method of {@link EventPattern} that says it. */
    public String method() {
        return method;
    }
}
