package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.Optional;

/**
 * What a {@link Worker} prints of one run.
 *
 * @param units how many events, or whatever the workload counts
 * @param cpuNanos processor time of the whole process: of all its threads, compiler and garbage collector included
 */
record Round(long units, long cpuNanos, Sample sample) {
    private static final String MARK = "round";

    /** How many units a second. */
    double perSecond() {
        return units * 1e9 / sample.nanos();
    }

    /** How much processor time a unit took, in nanoseconds. */
    double cpuNanosPerUnit() {
        return (double) cpuNanos / units;
    }

    /** Reads a line that {@link #toString} wrote; empty if it is another. */
    static Optional<Round> parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 5 || !words[0].equals(MARK)) {
            return Optional.empty();
        }
        return Optional.of(new Round(
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                new Sample(Long.parseLong(words[3]), Checksum.parse(words[4]))));
    }

    @Override
    public String toString() {
        return MARK + " " + units + " " + cpuNanos + " " + sample.nanos() + " " + sample.checksum();
    }
}
