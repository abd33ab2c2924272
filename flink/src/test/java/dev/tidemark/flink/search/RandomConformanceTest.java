package dev.tidemark.flink.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.referee.Outcomes;
import dev.tidemark.flink.referee.Verdict;
import dev.tidemark.flink.referee.Verdicts;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random pipelines and scripts on the engine and on Flink's operators: after each line the same.
 *
 * <p>{@code -Dtidemark.search.cases=20000 -Dtidemark.search.first=5000} looks at more, and at others.
 */
class RandomConformanceTest {
    private static final long CASES = Long.getLong("tidemark.search.cases", 3000);
    private static final long FIRST = Long.getLong("tidemark.search.first", 0);

    @Test
    void flink_agrees_about_random_pipelines() throws Exception {
        Occurrences occurrences = new Occurrences();
        for (long seed = FIRST; seed < FIRST + CASES; seed++) {
            SearchCase search = RandomCases.of(seed, seed % 2 == 0);
            Outcomes engine = CaseRun.onEngine(search);
            occurrences.count(search, engine);
            if (!engine.differenceFrom(CaseRun.onBench(search)).isEmpty()) {
                SearchCase smallest = Shrinking.shrink(search, CaseRun::difference);
                throw new AssertionError("seed " + seed + ", shrunk to\n" + smallest + CaseRun.difference(smallest));
            }
        }
        String id = "random pipelines " + FIRST + " to " + (FIRST + CASES - 1);
        Verdicts.write(
                RandomConformanceTest.class,
                List.of(new Verdict(id, "[]", Verdict.Says.AGREES_BUT_FOR_ORDER, occurrences.toString())));
        assertThat(occurrences.below(CASES)).as(occurrences.toString()).isEmpty();
    }
}
