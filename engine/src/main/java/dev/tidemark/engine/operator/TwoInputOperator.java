package dev.tidemark.engine.operator;

/**
 * One subtask of an operator with two inputs, between whose elements there is no order.
 *
 * <p>{@link #element} sees those of the first input, {@link #element2} those of the second. When an input is keyed, the
 * runtime sets the key by that input's selector; for an input that is not there is no current key. The operator's
 * watermark is the lower of both inputs' ones. Source: Flink's {@code TwoInputStreamOperator}.
 */
public interface TwoInputOperator extends Operator {
    /** Called for each element of the second input; {@code timestamp} as in {@link #element}. */
    void element2(Object value, long timestamp) throws Exception;
}
