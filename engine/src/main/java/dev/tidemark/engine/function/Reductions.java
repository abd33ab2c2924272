package dev.tidemark.engine.function;

/** The everyday reductions. Source: Flink's {@code ComparableAggregator} and {@code SumAggregator}. */
public final class Reductions {
    private Reductions() {}

    /**
     * The value with the largest or smallest field.
     *
     * @param first whether of equal ones the first stays, else the last
     */
    public record By<T, F extends Comparable<? super F>>(
            FieldSelector<? super T, F> field, boolean largest, boolean first) implements ReduceFunction<T> {
        @Override
        public T reduce(T left, T right) {
            int order = field.valueOf(left).compareTo(field.valueOf(right));
            if (order == 0) {
                return first ? left : right;
            }
            return order > 0 == largest ? left : right;
        }
    }

    /** The first value, with its field as large or small as that of any so far. */
    public record Extreme<T, F extends Comparable<? super F>>(
            FieldSelector<? super T, F> field, FieldUpdate<T, ? super F> update, boolean largest)
            implements ReduceFunction<T> {
        @Override
        public T reduce(T left, T right) {
            F other = field.valueOf(right);
            int order = field.valueOf(left).compareTo(other);
            return order != 0 && order > 0 == largest ? left : update.with(left, other);
        }
    }

    /** The first value, with its field the sum of all so far; it overflows silently. */
    public record Sum<T, N extends Number & Comparable<? super N>>(
            FieldSelector<? super T, N> field, FieldUpdate<T, ? super N> update) implements ReduceFunction<T> {
        @Override
        public T reduce(T left, T right) {
            return update.with(left, plus(field.valueOf(left), field.valueOf(right)));
        }
    }

    /**
     * The sum of two numbers of one type, in that type.
     *
     * @throws IllegalArgumentException if numbers of their type can't be added here
     */
    @SuppressWarnings("unchecked") // the sum is boxed as the type that left and right have
    public static <N extends Number> N plus(N left, N right) {
        Class<?> type = left.getClass();
        requireSummable(type);
        if (type == Integer.class) {
            return (N) (Integer) (left.intValue() + right.intValue());
        }
        if (type == Long.class) {
            return (N) (Long) (left.longValue() + right.longValue());
        }
        if (type == Double.class) {
            return (N) (Double) (left.doubleValue() + right.doubleValue());
        }
        if (type == Float.class) {
            return (N) (Float) (left.floatValue() + right.floatValue());
        }
        return type == Short.class
                ? (N) (Short) (short) (left.shortValue() + right.shortValue())
                : (N) (Byte) (byte) (left.byteValue() + right.byteValue());
    }

    /**
     * Checks that numbers of a type can be added.
     *
     * @throws IllegalArgumentException if not; the message says what to use instead
     */
    public static void requireSummable(Class<?> type) {
        if (type != Integer.class
                && type != Long.class
                && type != Double.class
                && type != Float.class
                && type != Short.class
                && type != Byte.class) {
            throw new IllegalArgumentException("a sum adds Integer, Long, Double, Float, Short or Byte, not "
                    + type.getSimpleName() + "; use reduce(…)");
        }
    }
}
