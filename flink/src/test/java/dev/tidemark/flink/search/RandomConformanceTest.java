package dev.tidemark.flink.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Random pipelines and scripts on the engine and on Flink's operators: after each line the same. */
class RandomConformanceTest {
    private static final long CASES = Long.getLong("tidemark.search.cases", 2000);
    private static final long FIRST = Long.getLong("tidemark.search.first", 0);

    @Test
    void flink_agrees_about_random_pipelines() {
        int found = 0;
        long t = System.nanoTime();
        for (long seed = FIRST; seed < FIRST + CASES; seed++) {
            SearchCase search = RandomCases.of(seed, seed % 2 == 0);
            if (!difference(search).isEmpty()) {
                SearchCase smallest = Shrinking.shrink(search, RandomConformanceTest::difference);
                System.out.println("seed " + seed + "\n" + smallest + difference(smallest) + "\n");
                if (++found > 8) break;
            }
        }
        System.out.println(CASES * 1e9 / (System.nanoTime() - t) + " cases/s");
        assertThat(found).isZero();
    }

    /** Where the two differ, or what one of them threw; empty when they agree. */
    private static String difference(SearchCase search) {
        try {
            return CaseRun.onEngine(search).differenceFrom(CaseRun.onBench(search));
        } catch (Exception e) {
            java.io.StringWriter w = new java.io.StringWriter();
            e.printStackTrace(new java.io.PrintWriter(w));
            return w.toString().substring(0, Math.min(3000, w.toString().length()));
        }
    }
}
