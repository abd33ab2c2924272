package dev.tidemark.benchmarks.cases;

import dev.tidemark.benchmarks.result.Mix;
import java.util.ArrayList;
import java.util.List;

/** The cases: each has a hundred entries of five keys, one in ten a mark, some events late for their windows of 10 ms. */
final class Case {
    static final long WINDOW_MILLIS = 10;
    static final long LATENESS_MILLIS = 5;

    private static final int ENTRIES = 100;

    private Case() {}

    /** The entries of the {@code number}-th case. */
    static List<Entry> entries(long number) {
        List<Entry> entries = new ArrayList<>(ENTRIES);
        long time = 0;
        for (int i = 0; i < ENTRIES; i++) {
            long bits = Mix.of(number * ENTRIES + i);
            if (Mix.below(10, bits) == 0) {
                entries.add(new Entry("", time - 10, 0, true));
            } else {
                time += bits & 3;
                entries.add(new Entry("k" + (bits >>> 8 & 0xff) % 5, time - (bits >>> 4 & 7), i, false));
            }
        }
        return entries;
    }
}
