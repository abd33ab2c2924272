package dev.tidemark.benchmarks.result;

/**
 * What all results of a run come to, in whatever order they came.
 *
 * @param rows how many there are, those that were taken back left out
 * @param hash the wrapping sum of their hashes
 */
public record Checksum(long rows, long hash) {
    /** The checksum of no results. */
    public static final Checksum NONE = new Checksum(0, 0);

    /** Reads what {@link #toString} writes. */
    public static Checksum parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is no checksum; it should look like " + NONE);
        }
        return new Checksum(Long.parseLong(parts[0]), Long.parseUnsignedLong(parts[1], 16));
    }

    /** The checksum of these results and others. */
    public Checksum plus(Checksum more) {
        return new Checksum(rows + more.rows, hash + more.hash);
    }

    @Override
    public String toString() {
        return rows + ":" + "%016x".formatted(hash);
    }
}
