package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.Optional;

/**
 * What a {@link Worker} prints of one run.
 *
 * @param units how many events, or whatever the workload counts
 */
record Round(long units, Sample sample) {
    private static final String MARK = "round";

    /** How many units a second. */
    double perSecond() {
        return units * 1e9 / sample.nanos();
    }

    /** Reads a line that {@link #toString} wrote; empty if it is another. */
    static Optional<Round> parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4 || !words[0].equals(MARK)) {
            return Optional.empty();
        }
        return Optional.of(new Round(
                Long.parseLong(words[1]), new Sample(Long.parseLong(words[2]), Checksum.parse(words[3]))));
    }

    @Override
    public String toString() {
        return MARK + " " + units + " " + sample.nanos() + " " + sample.checksum();
    }
}
