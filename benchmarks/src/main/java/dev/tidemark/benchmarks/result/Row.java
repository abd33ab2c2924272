package dev.tidemark.benchmarks.result;

/** One result of a workload, as it reaches the sink. */
public interface Row {
    /** A hash of all its values; equal rows of the two engines have equal hashes. */
    long rowHash();

    /** How often the row counts: once, or −1 times if it takes back an equal one that was emitted before. */
    default long weight() {
        return 1;
    }
}
