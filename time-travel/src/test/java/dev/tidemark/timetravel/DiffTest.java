package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.RunView;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.timetravel.Pipelines.Click;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffTest {
    private static List<String> told(RecordedRun run) {
        List<String> told = new ArrayList<>();
        run.retell(step -> told.add(step.toString()));
        return told;
    }

    /** The number of the first step that is not the same, 0 when there is none. */
    private static long firstDifferent(List<String> one, List<String> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            if (i >= one.size() || i >= other.size() || !one.get(i).equals(other.get(i))) {
                return i + 1L;
            }
        }
        return 0;
    }

    private static void assertThatDiffIsTrue(RecordedRun here, RecordedRun there) {
        Diff diff = here.diff(there);
        List<String> told = told(here);
        List<String> toldThere = told(there);
        long first = firstDifferent(told, toldThere);
        assertThat(diff.divergence().map(Divergence::step).orElse(0L)).isEqualTo(first);
        if (first > 0) {
            Divergence parted = diff.divergence().orElseThrow();
            assertThat(String.valueOf(parted.here())).isEqualTo(at(told, first));
            assertThat(String.valueOf(parted.there())).isEqualTo(at(toldThere, first));
        }
        assertThatRowsAre(diff, "state", here, there, DiffTest::states);
        assertThatRowsAre(diff, "timer", here, there, DiffTest::timers);
        assertThatRowsAre(diff, "result", here, there, DiffTest::results);
        Diff back = there.diff(here);
        assertThat(back.rows().stream().map(DiffTest::turned).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(diff.rows()));
    }

    private static String at(List<String> told, long step) {
        return step <= told.size() ? told.get((int) step - 1) : "null";
    }

    private static Difference turned(Difference row) {
        return new Difference(row.what(), row.where(), row.about(), row.there(), row.here());
    }

    /** A kind differs where the lines of both are not the same, each line being an operator, a bar and what is there. */
    private static void assertThatRowsAre(
            Diff diff, String what, RecordedRun here, RecordedRun there, Function<RunView, List<String>> lines) {
        List<String> one = lines.apply(here);
        List<String> other = lines.apply(there);
        Set<String> operators = new TreeSet<>();
        List<String> only = new ArrayList<>(one);
        other.forEach(only::remove);
        List<String> onlyThere = new ArrayList<>(other);
        one.forEach(onlyThere::remove);
        only.addAll(onlyThere);
        only.forEach(line -> operators.add(line.substring(0, line.indexOf('|'))));
        Set<String> said = new TreeSet<>();
        diff.rows(what).forEach(row -> said.add(row.where()));
        assertThat(said).as(what).isEqualTo(operators);
        assertThat(diff.rows(what).size()).as(what).isLessThanOrEqualTo(only.size());
    }

    private static List<String> states(RunView run) {
        return run.state().stream()
                .map(row ->
                        row.operator() + "|" + row.state() + row.key() + row.namespace() + ValueText.print(row.value()))
                .toList();
    }

    private static List<String> timers(RunView run) {
        return run.timers().stream()
                .map(row -> row.operator() + "|" + row.key() + row.namespace() + row.at() + row.eventTime())
                .toList();
    }

    private static List<String> results(RunView run) {
        List<String> lines = new ArrayList<>();
        run.describe().nodes().stream()
                .filter(node -> node.kind().equals("sink"))
                .forEach(node -> run.output(node.name())
                        .forEach(result -> lines.add(node.name() + "|" + result.value()
                                + (node.name().equals("panes") ? "" : result.timestamp()))));
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void two_futures_of_one_run_part_where_the_plain_comparison_says(long seed) {
        RandomRun random = new RandomRun(seed);
        random.drive(700);
        RecordedRun run = random.run();
        run.seek((long) (random.random().nextDouble() * run.lastStep()));
        while (run.failure() != null) {
            run.back();
        }
        try (RecordedRun fork = run.fork()) {
            assertThat(run.diff(fork).none()).isTrue();
            go(
                    fork,
                    click -> click.send("hand", "p", new Click("u1", 40, 3)),
                    30 + random.random().nextInt(400));
            run.step(1 + random.random().nextInt(400));
            assertThatDiffIsTrue(run, fork);
        }
    }

    private static void go(RecordedRun run, Consumer<RecordedRun> first, long steps) {
        first.accept(run);
        run.step(steps);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void runs_that_have_nothing_in_common_part_where_the_plain_comparison_says(long seed) {
        RandomRun one = new RandomRun(seed);
        RandomRun again = new RandomRun(seed);
        one.drive(300);
        again.drive(300);
        assertThat(one.run().diff(again.run()).none()).isTrue();
        RandomRun other = new RandomRun(seed + 100);
        other.drive(200);
        assertThatDiffIsTrue(one.run(), other.run());
    }

    @Test
    void a_branch_is_compared_with_another_at_its_end() {
        try (RecordedRun run = TimeTravel.start(Pipelines.sums())) {
            run.send("clicks", new Click("ada", 1, 5));
            run.settle();
            run.send("clicks", new Click("bob", 2, 1));
            run.advanceWatermark("clicks", "1970-01-01T00:00:10Z");
            run.settle();
            run.seek(2);
            run.send("clicks", new Click("ada", 3, 2));
            run.settle();
            String text = run.diff("main").toString();
            assertThat(text).isEqualTo("""
                    the runs part at step 3
                    here   #3 00:00:00  clicks/0 <- Click(user=ada, second=3, count=2) @ 00:00:03
                    there  #3 00:00:00  clicks/0 <- Click(user=bob, second=2, count=1) @ 00:00:02
                    here is run of 'clicks' at step 4 of 4, branch 'branch-1', 1970-01-01T00:00:00Z; there is the end of branch 'main', step 8
                    what      │ where    │ about                                                             │ here      │ there
                    ──────────┼──────────┼───────────────────────────────────────────────────────────────────┼───────────┼─────────────────────
                    result    │ sums     │ ada [1970-01-01T00:00:00Z, 00:00:10), firing 1                    │           │ 5
                    result    │ sums     │ bob [1970-01-01T00:00:00Z, 00:00:10), firing 1                    │           │ 1
                    state     │ sum      │ contents of ada [1970-01-01T00:00:00Z, 00:00:10)                  │ 7         │
                    timer     │ sum      │ 1970-01-01T00:00:09.999Z for ada [1970-01-01T00:00:00Z, 00:00:10) │ set       │
                    watermark │ clicks/0 │                                                                   │ beginning │ 1970-01-01T00:00:10Z
                    watermark │ clicks#0 │                                                                   │ beginning │ 1970-01-01T00:00:10Z
                    watermark │ sum#0    │                                                                   │ beginning │ 1970-01-01T00:00:10Z
                    watermark │ sums#0   │                                                                   │ beginning │ 1970-01-01T00:00:10Z""");
            assertThat(run.stepNumber()).isEqualTo(4);
        }
    }

    @Test
    void what_is_not_there_is_refused() {
        try (RecordedRun run = TimeTravel.start(Pipelines.sums())) {
            assertThatThrownBy(() -> run.diff("mian"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("there is no branch 'mian'; there are [main]");
            RecordedRun closed = run.fork();
            closed.close();
            assertThatThrownBy(() -> run.diff(closed)).hasMessageContaining("is closed");
        }
    }
}
