package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.function.AggregateFunction;

/** The sum of the numbers. */
record Sums() implements AggregateFunction<Hit, Long, Long> {
    @Override
    public Long createAccumulator() {
        return 0L;
    }

    @Override
    public Long add(Hit value, Long accumulator) {
        return accumulator + value.number();
    }

    @Override
    public Long result(Long accumulator) {
        return accumulator;
    }

    @Override
    public Long merge(Long left, Long right) {
        return left + right;
    }
}
