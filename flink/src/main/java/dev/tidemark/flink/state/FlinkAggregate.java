package dev.tidemark.flink.state;

import dev.tidemark.engine.function.AggregateFunction;

/** An aggregate that a function gives to its state where it runs. */
@SuppressWarnings("serial") // never serialized: made where it runs
record FlinkAggregate<I, A, O>(AggregateFunction<I, A, O> aggregate)
        implements org.apache.flink.api.common.functions.AggregateFunction<I, A, O> {
    @Override
    public A createAccumulator() {
        return aggregate.createAccumulator();
    }

    @Override
    public A add(I value, A accumulator) {
        return aggregate.add(value, accumulator);
    }

    @Override
    public O getResult(A accumulator) {
        return aggregate.result(accumulator);
    }

    @Override
    public A merge(A left, A right) {
        return aggregate.merge(left, right);
    }
}
