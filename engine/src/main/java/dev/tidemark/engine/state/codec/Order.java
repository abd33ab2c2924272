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
}
