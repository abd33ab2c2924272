package dev.tidemark.engine.state.codec;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The total orders of values that codecs offer. */
final class Order {
    private Order() {}

    static <T extends @Nullable Object> Comparator<T> ofBytes(Codec<T> codec) {
        return (left, right) -> Arrays.compareUnsigned(codec.bytes(left), codec.bytes(right));
    }

    /** Natural order, ties broken by bytes ({@code 1.0} and {@code 1.00} are two decimals that compare as equal). */
    static <T> Comparator<T> natural(Codec<T> codec) {
        Comparator<T> ties = ofBytes(codec);
        return (left, right) -> {
            @SuppressWarnings("unchecked") // made only for types that are Comparable to themselves
            int natural = ((Comparable<T>) left).compareTo(right);
            return natural != 0 ? natural : ties.compare(left, right);
        };
    }
}
