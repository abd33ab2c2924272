package dev.tidemark.benchmarks;

/** How one engine does a workload. */
@FunctionalInterface
public interface Side {
    /** Does {@code units} of the work, from nothing to the last result. */
    Sample run(long units) throws Exception;
}
