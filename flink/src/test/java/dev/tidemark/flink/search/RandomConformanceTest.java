package dev.tidemark.flink.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.referee.Outcomes;
import dev.tidemark.flink.referee.Verdict;
import dev.tidemark.flink.referee.Verdicts;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random pipelines and scripts on the engine and on Flink's operators: after each line the same.
 *
 * <p>{@code -Psearch} looks at tens of thousands; {@code -Dtidemark.search.cases=300 -Dtidemark.search.first=5000} at as
 * many and such as one likes.
 */
class RandomConformanceTest {
    private static final long CASES = Long.getLong("tidemark.search.cases", 3000);
    private static final long FIRST = Long.getLong("tidemark.search.first", 0);

    @Test
    void flink_agrees_about_random_pipelines() throws Exception {
        Occurrences occurrences = new Occurrences();
        OptionalLong differing = LongStream.range(FIRST, FIRST + CASES)
                .parallel()
                .filter(seed -> differs(RandomCases.of(seed), occurrences))
                .findFirst();
        if (differing.isPresent()) {
            SearchCase smallest = Shrinking.shrink(RandomCases.of(differing.getAsLong()), CaseRun::difference);
            throw new AssertionError(
                    "seed " + differing.getAsLong() + ", shrunk to\n" + smallest + CaseRun.difference(smallest));
        }
        String id = "random pipelines " + FIRST + " to " + (FIRST + CASES - 1);
        Verdicts.write(
                RandomConformanceTest.class,
                List.of(new Verdict(id, "[]", Verdict.Says.AGREES_BUT_FOR_ORDER, occurrences.toString())));
        assertThat(occurrences.below(CASES)).as(occurrences.toString()).isEmpty();
    }

    private static boolean differs(SearchCase search, Occurrences occurrences) {
        Outcomes engine = CaseRun.onEngine(search);
        occurrences.count(search, engine);
        return !engine.differenceFrom(CaseRun.onBench(search), search::lane).isEmpty();
    }
}
