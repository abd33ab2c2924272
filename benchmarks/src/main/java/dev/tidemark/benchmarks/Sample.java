package dev.tidemark.benchmarks;

import dev.tidemark.benchmarks.result.Checksum;

/**
 * One run of a workload.
 *
 * @param nanos how long it took, in nanoseconds
 * @param checksum what its results come to
 */
public record Sample(long nanos, Checksum checksum) {
    public Sample {
        if (nanos <= 0) {
            throw new IllegalArgumentException("a run took " + nanos + " ns; it must take some time");
        }
    }
}
