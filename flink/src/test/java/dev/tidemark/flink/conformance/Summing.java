package dev.tidemark.flink.conformance;

import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple2;

/** Sums the values of pairs, by Flink's interface. */
final class Summing implements AggregateFunction<Tuple2<String, Long>, Long, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Long createAccumulator() {
        return 0L;
    }

    @Override
    public Long add(Tuple2<String, Long> pair, Long sum) {
        return sum + pair.f1;
    }

    @Override
    public Long getResult(Long sum) {
        return sum;
    }

    @Override
    public Long merge(Long left, Long right) {
        return left + right;
    }
}
