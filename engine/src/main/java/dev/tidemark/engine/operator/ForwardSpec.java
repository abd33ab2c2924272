package dev.tidemark.engine.operator;

/** Passes every element on: the meeting point of a union. */
public record ForwardSpec() implements OperatorSpec {
    @Override
    public Operator create() {
        return ElementOperators.forward();
    }
}
