package dev.tidemark.benchmarks.result;

/**
 * Mixes 64 bits so that each bit in changes half of the bits out.
 *
 * <p>The finalizer of SplitMix64: events are drawn with it from their index, and rows are hashed with it.
 */
public final class Mix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mix() {}

    /** The mixed bits of {@code value}. */
    public static long of(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The hash of a row so far, and of its next value. */
    public static long of(long hash, long value) {
        return of(hash + value);
    }

    /** The hash of a row so far, and of its next value: all of a short text, length and samples of a long one. */
    public static long of(long hash, String text) {
        int length = text.length();
        long sampled = length;
        int stride = 1 + length / 16;
        for (int i = 0; i < length; i += stride) {
            sampled = 31 * sampled + text.charAt(i);
        }
        return of(hash + sampled);
    }

    /** A number in {@code [0, bound)} from random bits, each as likely as the others. */
    public static int below(int bound, long bits) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }
}
