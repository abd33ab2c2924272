package dev.tidemark.benchmarks.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wanted of a measurement.
 *
 * @param only names of comparisons; none for all
 * @param pairs processes of each engine
 * @param rounds runs in each process
 * @param percent how much of each workload's size
 * @param out where the table is written
 */
record Options(List<String> only, int pairs, int rounds, int percent, Path out) {
    private static final int PAIRS = 5;
    private static final int ROUNDS = 5;
    private static final int FORTY = 40;

    Options {
        only = List.copyOf(only);
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if one is unknown or has no value; the message says which there are
     */
    static Options parse(String... arguments) {
        List<String> only = new ArrayList<>();
        int pairs = PAIRS;
        int rounds = ROUNDS;
        int percent = 100;
        Path out = Path.of("performance.md");
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (value.isEmpty()) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            switch (arguments[i]) {
                case "--only" -> only.add(value);
                case "--pairs" -> pairs = positive(arguments[i], value);
                case "--rounds" -> rounds = positive(arguments[i], value);
                case "--percent" -> percent = positive(arguments[i], value);
                case "--out" -> out = Path.of(value);
                default ->
                    throw new IllegalArgumentException("unknown option '" + arguments[i]
                            + "'; there are: --only, --pairs, --rounds, --percent, --out");
            }
        }
        return new Options(only, pairs, rounds, percent, out);
    }

    /** Where the table is written. */
    Path folder() {
        return out.toAbsolutePath().resolveSibling("");
    }

    private static int positive(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(option + " needs a number of at least 1, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** So much of {@code whole}, in forties, which is how cases are packed. */
    long share(long whole) {
        return Math.max(1, Math.round(whole * percent / 100.0 / FORTY)) * FORTY;
    }

    /** Those that are wanted. */
    List<Comparison> chosen(List<Comparison> all) {
        List<String> names = all.stream().map(Comparison::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no '" + name + "' to measure; there are: " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(comparison -> only.isEmpty() || only.contains(comparison.name()))
                .toList();
    }
}
