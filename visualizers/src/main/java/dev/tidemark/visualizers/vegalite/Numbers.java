package dev.tidemark.visualizers.vegalite;

import org.jspecify.annotations.Nullable;

/** How numbers are written: whole ones without a fraction, those that are not finite as null. */
final class Numbers {
    private static final double EXACT_LIMIT = 1L << 53;

    private Numbers() {}

    static @Nullable Object plain(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        if (number == Math.rint(number) && Math.abs(number) < EXACT_LIMIT) {
            return (long) number;
        }
        return number;
    }
}
