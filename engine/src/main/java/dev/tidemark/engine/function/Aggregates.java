package dev.tidemark.engine.function;

import org.jspecify.annotations.Nullable;

/** The everyday aggregates. */
public final class Aggregates {
    private Aggregates() {}

    /** How many values. */
    public record Count<T>() implements AggregateFunction<T, Long, Long> {
        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(T value, Long accumulator) {
            return accumulator + 1;
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

    /** The sum of a field. */
    public record Sum<T>(DoubleField<? super T> field) implements AggregateFunction<T, Double, Double> {
        @Override
        public Double createAccumulator() {
            return 0.0;
        }

        @Override
        public Double add(T value, Double accumulator) {
            return accumulator + field.valueOf(value);
        }

        @Override
        public Double result(Double accumulator) {
            return accumulator;
        }

        @Override
        public Double merge(Double left, Double right) {
            return left + right;
        }
    }

    /** The sum of a whole-number field. */
    public record SumLong<T>(LongField<? super T> field) implements AggregateFunction<T, Long, Long> {
        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(T value, Long accumulator) {
            return accumulator + field.valueOf(value);
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

    /** A sum and how many values are in it. */
    public record SumAndCount(double sum, long count) {}

    /** The mean of a field. */
    public record Average<T>(DoubleField<? super T> field) implements AggregateFunction<T, SumAndCount, Double> {
        @Override
        public SumAndCount createAccumulator() {
            return new SumAndCount(0, 0);
        }

        @Override
        public SumAndCount add(T value, SumAndCount accumulator) {
            return new SumAndCount(accumulator.sum() + field.valueOf(value), accumulator.count() + 1);
        }

        @Override
        public Double result(SumAndCount accumulator) {
            return accumulator.sum() / accumulator.count();
        }

        @Override
        public SumAndCount merge(SumAndCount left, SumAndCount right) {
            return new SumAndCount(left.sum() + right.sum(), left.count() + right.count());
        }
    }

    /** The largest or smallest value of a field; its accumulator is empty only until the first value is added. */
    public record Extreme<T, F extends Comparable<? super F>>(FieldSelector<? super T, F> field, boolean largest)
            implements AggregateFunction<T, F, F> {
        @Override
        @SuppressWarnings("NullAway") // there is no neutral element; the first value replaces it at once
        public F createAccumulator() {
            return null;
        }

        @Override
        public F add(T value, @Nullable F accumulator) {
            F other = field.valueOf(value);
            return accumulator == null ? other : merge(accumulator, other);
        }

        @Override
        public F result(F accumulator) {
            return accumulator;
        }

        @Override
        public F merge(F left, F right) {
            int order = left.compareTo(right);
            return (largest ? order >= 0 : order <= 0) ? left : right;
        }
    }
}
