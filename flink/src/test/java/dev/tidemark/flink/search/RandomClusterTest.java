package dev.tidemark.flink.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.FlinkCase;
import dev.tidemark.flink.FlinkRun;
import dev.tidemark.flink.FlinkRunner;
import dev.tidemark.flink.Received;
import dev.tidemark.flink.referee.Flinks;
import dev.tidemark.flink.referee.Outcome;
import dev.tidemark.flink.referee.Outcomes;
import dev.tidemark.flink.referee.Verdict;
import dev.tidemark.flink.referee.Verdicts;
import dev.tidemark.flink.source.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random pipelines without the clock on a cluster of Flink's, many side by side in each job. */
class RandomClusterTest {
    private static final int CASES = Integer.getInteger("tidemark.search.cluster.cases", 400);
    private static final int TOGETHER = 40;
    private static final int TOGETHER_LINE_BY_LINE = 20;

    private static List<SearchCase> cases(
            long first, int count, LongFunction<SearchCase> made, Predicate<Script> wanted) {
        return LongStream.iterate(first, seed -> seed + 1)
                .mapToObj(made)
                .filter(search -> wanted.test(search.script()))
                .limit(count)
                .toList();
    }

    @Test
    void a_cluster_agrees_about_random_pipelines() throws Exception {
        int count = CASES - inTwo();
        List<SearchCase> cases =
                cases(1_000_000, count, seed -> RandomCases.of(seed, false), script -> script.senders(false) == 1);
        try (FlinkRunner flink = FlinkRunner.local(1)) {
            for (int from = 0; from < count; from += TOGETHER) {
                List<SearchCase> some = cases.subList(from, Math.min(count, from + TOGETHER));
                compare(some, run(some, flink), 1);
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
        List<SearchCase> cases = cases(
                2_000_000,
                TOGETHER_LINE_BY_LINE,
                seed -> RandomCases.of(seed, false),
                script -> script.senders(false) == 2);
        try (FlinkRunner flink = FlinkRunner.local(1)) {
            compare(cases, run(cases, flink), 1);
        }
    }

    /** So do subtasks of one source: at once, what one has read could overtake what the other has. */
    @Test
    void a_cluster_agrees_about_random_pipelines_of_two_subtasks() {
        List<SearchCase> cases = cases(4_000_000, inTwo(), RandomCases::forTwo, script -> script.senders(true) > 1);
        List<FlinkRun> runs = new ArrayList<>();
        try (FlinkRunner flink = FlinkRunner.local(2)) {
            for (int from = 0; from < cases.size(); from += TOGETHER) {
                runs.addAll(run(cases.subList(from, Math.min(cases.size(), from + TOGETHER)), flink));
            }
        }
        compare(cases, runs, 2);
        assertThat(runs.stream().filter(RandomClusterTest::fromBoth).count()).isGreaterThanOrEqualTo(cases.size() / 2);
    }

    private static boolean fromBoth(FlinkRun run) {
        return run.output(SearchCase.OUT).stream()
                        .map(Received::subtask)
                        .distinct()
                        .count()
                == 2;
    }

    /** A share of all: they take longer. */
    private static int inTwo() {
        return CASES / 10;
    }

    private static List<FlinkRun> run(List<SearchCase> cases, FlinkRunner flink) {
        return flink.runAll(cases.stream()
                .map(each -> new FlinkCase(each.topology(), each.script()))
                .toList());
    }

    private static void compare(List<SearchCase> cases, List<FlinkRun> runs, int parallelism) {
        for (int i = 0; i < cases.size(); i++) {
            SearchCase search = cases.get(i);
            boolean lineByLine = search.script().senders(parallelism > 1) > 1;
            Outcomes engine = CaseRun.onEngine(search, parallelism);
            Outcomes comparable = lineByLine ? afterLines(engine) : engine.flat();
            Outcomes flink =
                    Flinks.of(search.topology(), runs.get(i), search.lines().size(), lineByLine);
            assertThat(
                            parallelism > 1
                                    ? comparable.differenceFrom(flink)
                                    : comparable.differenceFrom(flink, search::lane))
                    .as(search.toString())
                    .isEmpty();
        }
    }

    /** What comes out before the first line, by the clock, is nothing here. */
    private static Outcomes afterLines(Outcomes engine) {
        List<List<Outcome>> sections = engine.withoutClock().sections();
        return new Outcomes(sections.subList(1, sections.size()));
    }
}
