package dev.tidemark.benchmarks.result;

/** Adds up the results of a run while they come. */
public final class Tally {
    private long rows;
    private long hash;

    /** Counts a row as often as it says. */
    public void add(Row row) {
        long weight = row.weight();
        rows += weight;
        hash += weight * row.rowHash();
    }

    /** Counts all that another tally has counted. */
    public void add(Tally other) {
        rows += other.rows;
        hash += other.hash;
    }

    public Checksum checksum() {
        return new Checksum(rows, hash);
    }
}
