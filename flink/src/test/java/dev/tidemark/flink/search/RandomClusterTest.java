package dev.tidemark.flink.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.FlinkCase;
import dev.tidemark.flink.FlinkRun;
import dev.tidemark.flink.FlinkRunner;
import dev.tidemark.flink.referee.Flinks;
import dev.tidemark.flink.referee.Outcomes;
import dev.tidemark.flink.referee.Verdict;
import dev.tidemark.flink.referee.Verdicts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random pipelines without the clock on a cluster of Flink's, many side by side in each job. */
class RandomClusterTest {
    private static final int CASES = Integer.getInteger("tidemark.search.cluster.cases", 400);
    private static final int TOGETHER = 40;

    @Test
    void a_cluster_agrees_about_random_pipelines() throws Exception {
        List<SearchCase> cases = new ArrayList<>();
        for (long seed = 1_000_000; cases.size() < CASES; seed++) {
            SearchCase search = RandomCases.of(seed, false);
            if (search.script().senders(false) == 1) {
                cases.add(search);
            }
        }
        try (FlinkRunner flink = FlinkRunner.local(1)) {
            for (int from = 0; from < CASES; from += TOGETHER) {
                compare(cases.subList(from, from + TOGETHER), flink);
            }
        }
        Verdicts.write(
                RandomClusterTest.class,
                List.of(new Verdict(
                        CASES + " random pipelines on a cluster", "[]", Verdict.Says.AGREES_BUT_FOR_ORDER, "")));
    }

    /** Sources that know nothing of each other play their lines in turns. */
    @Test
    void a_cluster_agrees_about_random_pipelines_with_two_sources() {
        List<SearchCase> cases = new ArrayList<>();
        for (long seed = 2_000_000; cases.size() < 20; seed++) {
            SearchCase search = RandomCases.of(seed, false);
            if (search.script().senders(false) == 2) {
                cases.add(search);
            }
        }
        try (FlinkRunner flink = FlinkRunner.local(1)) {
            compare(cases, flink);
        }
    }

    private static void compare(List<SearchCase> cases, FlinkRunner flink) {
        List<FlinkRun> runs = flink.runAll(cases.stream()
                .map(each -> new FlinkCase(each.topology(), each.script()))
                .toList());
        for (int i = 0; i < cases.size(); i++) {
            SearchCase search = cases.get(i);
            boolean lineByLine = search.script().senders(false) > 1;
            Outcomes engine = CaseRun.onEngine(search);
            Outcomes comparable = lineByLine ? afterLines(engine) : engine.flat();
            assertThat(comparable.differenceFrom(Flinks.of(
                            search.topology(), runs.get(i), search.lines().size(), lineByLine)))
                    .as(search.toString())
                    .isEmpty();
        }
    }

    /** What comes out before the first line, by the clock, is nothing here. */
    private static Outcomes afterLines(Outcomes engine) {
        List<List<dev.tidemark.flink.referee.Outcome>> sections =
                engine.withoutClock().sections();
        return new Outcomes(sections.subList(1, sections.size()));
    }
}
