package dev.tidemark.engine.runtime;

/** Random numbers by counter: the n-th of a seed is always the same, wherever it is asked for. */
public final class Randomness {
    private Randomness() {}

    /** The {@code n}-th number of {@code seed}, all 64 bits of it (SplitMix64). */
    public static long at(long seed, long n) {
        long z = seed + (n + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
