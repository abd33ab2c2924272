package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.fault.RestartStrategy;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.timetravel.Pipelines.Click;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edited fork is what the edited pipeline would have done from the start. */
class EditsTest {
    record Hit(String user, long second, long arrival, long count) {
        Instant time() {
            return Instant.ofEpochSecond(second);
        }

        Instant arrived() {
            return Instant.ofEpochSecond(arrival);
        }
    }

    private static final Duration FIVE = Duration.ofSeconds(5);

    private static List<Hit> hits(long seed) {
        Random random = new Random(seed);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            int second = i + random.nextInt(4);
            hits.add(new Hit("u" + (i < 4 ? i : random.nextInt(4)), second, second + random.nextInt(12), i));
        }
        return hits;
    }

    private static Pipeline sums(List<Hit> hits, Duration bound, Duration lateness) {
        Trace<Hit> trace = Trace.of(hits, Hit.class)
                .eventTime(Hit::time)
                .arrival(Hit::arrived)
                .partitionBy(Hit::user);
        Pipeline pipeline = Pipeline.create("hits");
        pipeline.source("hits", trace, Watermarks.<Hit>outOfOrder(bound).idleAfter(Duration.ofSeconds(20)))
                .keyBy(Hit::user)
                .window(TumblingWindows.of(Duration.ofSeconds(10)))
                .allowedLateness(lateness)
                .sumLong(Hit::count)
                .name("sum")
                .panes()
                .collect("sums");
        return pipeline;
    }

    private static SimulationOptions options(SimulationOptions options) {
        return options.startAt(Instant.EPOCH).parallelism(2).seed(3);
    }

    private static void assertThatForkIs(
            long seed, UnaryOperator<Edits> edits, Pipeline edited, UnaryOperator<SimulationOptions> other) {
        try (RecordedRun origin = TimeTravel.start(sums(hits(seed), FIVE, Duration.ZERO), EditsTest::options);
                RecordedRun plain = TimeTravel.start(edited, any -> other.apply(options(any)))) {
            origin.runToEnd();
            String before = Look.at(origin);
            plain.runToEnd();
            try (RecordedRun fork = origin.fork(edits)) {
                assertThat(fork.digest()).isEqualTo(plain.digest());
                assertThat(Look.at(fork)).isEqualTo(Look.at(plain));
                assertThat(fork.edits()).isNotEmpty();
                assertThat(fork.diff(origin).none()).isFalse();
                assertThat(fork.back(40).note())
                        .contains("of " + plain.lastStep() + " on branch 'fork of main, edited'");
            }
            assertThat(Look.at(origin)).isEqualTo(before);
        }
    }

    private static void assertThatForkIs(long seed, UnaryOperator<Edits> edits, List<Hit> edited) {
        assertThatForkIs(seed, edits, sums(edited, FIVE, Duration.ZERO), any -> any);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void events_can_be_dropped_changed_moved_and_added(long seed) {
        Predicate<Hit> some = hit -> hit.count() > 8 && hit.count() % 9 == seed;
        List<Hit> hits = hits(seed);
        assertThatForkIs(
                seed,
                edit -> edit.drop("hits", Hit.class, some),
                hits.stream().filter(some.negate()).toList());
        assertThatForkIs(
                seed,
                edit -> edit.change("hits", Hit.class, some, EditsTest::later),
                hits.stream().map(hit -> some.test(hit) ? later(hit) : hit).toList());
        assertThatForkMoves(
                seed,
                edit -> edit.move("hits", Hit.class, some, Duration.ofSeconds(7)),
                hits.stream().map(hit -> some.test(hit) ? moved(hit, 7) : hit).toList());
        Hit added = new Hit("u2", 50, 61, 1000);
        List<Hit> more = new ArrayList<>(hits);
        more.add(added);
        assertThatForkIs(seed, edit -> edit.add("hits", added, added.arrived()), more);
    }

    /** An event that is moved has another arrival than it says. */
    private static void assertThatForkMoves(long seed, UnaryOperator<Edits> edits, List<Hit> edited) {
        try (RecordedRun origin = TimeTravel.start(sums(hits(seed), FIVE, Duration.ZERO), EditsTest::options);
                RecordedRun plain = TimeTravel.start(sums(edited, FIVE, Duration.ZERO), EditsTest::options)) {
            origin.runToEnd();
            plain.runToEnd();
            try (RecordedRun fork = origin.fork(edits)) {
                assertThat(fork.digest()).isEqualTo(plain.digest());
                assertThat(fork.output("sums")).isEqualTo(plain.output("sums"));
            }
        }
    }

    private static Hit later(Hit hit) {
        return new Hit(hit.user(), hit.second() + 6, hit.arrival(), 5);
    }

    private static Hit moved(Hit hit, long seconds) {
        return new Hit(hit.user(), hit.second(), hit.arrival() + seconds, hit.count());
    }

    @Test
    void bound_lateness_and_options_can_be_others() {
        assertThatForkIs(
                5,
                edit -> edit.outOfOrder("hits", Duration.ofSeconds(1)),
                sums(hits(5), Duration.ofSeconds(1), Duration.ZERO),
                any -> any);
        assertThatForkIs(5, edit -> edit.allowedLateness("sum", FIVE), sums(hits(5), FIVE, FIVE), any -> any);
        assertThatForkIs(
                5,
                edit -> edit.options(options -> options.seed(77).parallelism(3)),
                sums(hits(5), FIVE, Duration.ZERO),
                any -> any.seed(77).parallelism(3));
        try (RecordedRun origin = TimeTravel.start(sums(hits(5), FIVE, Duration.ZERO), EditsTest::options);
                RecordedRun fork = origin.fork(
                        edit -> edit.outOfOrder("hits", Duration.ofSeconds(9)).allowedLateness("sum", FIVE))) {
            assertThat(fork.describe())
                    .isEqualTo(sums(hits(5), Duration.ofSeconds(9), FIVE).build());
            assertThat(fork.edits()).containsExactly("'hits' out of order by 9s", "'sum' with lateness 5s");
        }
    }

    @Test
    void code_can_be_another() {
        assertThatForkIs(6, edit -> edit.pipeline(sums(hits(60), FIVE, FIVE)), sums(hits(60), FIVE, FIVE), any -> any);
    }

    @Test
    void a_crash_comes_at_its_time() {
        UnaryOperator<SimulationOptions> restarting = any -> options(any)
                .checkpoints(CheckpointOptions.every(FIVE))
                .restart(RestartStrategy.fixedDelay(3, Duration.ofSeconds(2)));
        Instant at = Instant.ofEpochSecond(47);
        try (RecordedRun origin = TimeTravel.start(sums(hits(7), FIVE, Duration.ZERO), restarting);
                RecordedRun plain = TimeTravel.start(sums(hits(7), FIVE, Duration.ZERO), restarting)) {
            origin.advanceProcessingTimeTo(Instant.ofEpochSecond(30));
            origin.advanceProcessingTimeTo(Instant.ofEpochSecond(90));
            plain.advanceProcessingTimeTo(at);
            plain.fail("sum", 1);
            plain.advanceProcessingTimeTo(Instant.ofEpochSecond(90));
            try (RecordedRun fork = origin.fork(edit -> edit.fail("sum", 1, at))) {
                assertThat(fork.failure()).isNull();
                assertThat(fork.output(Pipelines.SUMS)).isEqualTo(plain.output(Pipelines.SUMS));
                assertThat(fork.clock()).isEqualTo(plain.clock());
                assertThat(fork.transcript()).hasToString(plain.transcript().toString());
            }
            try (RecordedRun fork = TimeTravel.start(sums(hits(7), FIVE, Duration.ZERO), EditsTest::options)) {
                fork.runToEnd();
                RecordedRun failed = fork.fork(edit -> edit.fail("sum", 1, at));
                assertThat(failed.failure()).isEqualTo("operator 'sum', subtask 1, was made to fail");
                assertThat(failed.clock()).isEqualTo(at);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void without_edits_everything_is_done_again_where_it_was(long seed) {
        RandomRun random = new RandomRun(seed);
        random.drive(500);
        RecordedRun run = random.run();
        try (RecordedRun fork = run.fork(edits -> edits)) {
            assertThat(Look.at(fork)).isEqualTo(Look.at(run));
            assertThat(fork.diff(run).none()).isTrue();
        }
        run.seek(random.random().nextInt((int) run.lastStep()));
        try (RecordedRun fork = run.fork(edits -> edits)) {
            assertThat(Look.at(fork)).isEqualTo(Look.at(run));
        }
    }

    // ---- by hand

    private static RecordedRun byHand(Consumer<RecordedRun> inTheMiddle, Click... clicks) {
        RecordedRun run = TimeTravel.start(Pipelines.sums());
        for (Click click : clicks) {
            run.send("clicks", click);
            run.settle();
        }
        inTheMiddle.accept(run);
        run.advanceWatermark("clicks", "1970-01-01T00:00:10Z");
        run.settle();
        return run;
    }

    private static Click click(String user, long second, long count) {
        return new Click(user, second, count);
    }

    @Test
    void what_was_sent_by_hand_can_be_dropped_and_changed() {
        RecordedRun run = byHand(none -> {}, click("ada", 1, 5), click("bob", 2, 1), click("ada", 3, 2));
        RecordedRun dropped = run.fork(
                edit -> edit.drop("clicks", Click.class, click -> click.user().equals("bob")));
        assertThat(Look.at(dropped)).isEqualTo(Look.at(byHand(none -> {}, click("ada", 1, 5), click("ada", 3, 2))));
        RecordedRun changed = run.fork(edit -> edit.change(
                "clicks", Click.class, click -> click.count() == 2, click -> click("bob", 12, click.count())));
        assertThat(Look.at(changed))
                .isEqualTo(Look.at(byHand(none -> {}, click("ada", 1, 5), click("bob", 2, 1), click("bob", 12, 2))));
    }

    @Test
    void an_event_can_be_sent_that_was_not() {
        Consumer<RecordedRun> waits = run -> run.advanceProcessingTime(Duration.ofSeconds(8));
        RecordedRun run = byHand(waits, click("ada", 1, 5));
        RecordedRun more = run.fork(edit -> edit.add("clicks", click("ada", 4, 7), Instant.ofEpochSecond(3)));
        assertThat(more.output(Pipelines.SUMS)).extracting(Pane::value).containsExactly(12L);
        assertThat(more.clock()).isEqualTo(run.clock());
    }

    @Test
    void the_edited_run_is_restored_from_its_own_checkpoint() {
        RecordedRun run = byHand(
                middle -> {
                    Checkpoint checkpoint = middle.checkpoint();
                    middle.send("clicks", click("ada", 5, 100));
                    middle.settle();
                    middle.fail("sum", 0);
                    middle.restore(checkpoint);
                    middle.send("clicks", click("ada", 6, 10));
                },
                click("ada", 1, 5),
                click("ada", 2, 1));
        RecordedRun fork = run.fork(edit -> edit.drop("clicks", Click.class, click -> click.count() == 1));
        assertThat(run.output(Pipelines.SUMS)).extracting(Pane::value).containsExactly(116L);
        assertThat(fork.output(Pipelines.SUMS)).extracting(Pane::value).containsExactly(115L);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        RecordedRun run = byHand(none -> {}, click("ada", 1, 5));
        assertThatThrownBy(() -> run.fork(edit -> edit.drop("clicks", Click.class, click -> click.count() == 6)))
                .hasMessage(
                        "'clicks' without some of its events: there are no such events, so that nothing would be other");
        assertThatThrownBy(() -> run.fork(edit -> edit.drop("clicks", Hit.class, hit -> true)))
                .hasMessage("the events of 'clicks' are no Hit: Click(user=ada, second=1, count=5)");
        assertThatThrownBy(() -> run.fork(edit -> edit.move("clicks", Click.class, click -> true, FIVE)))
                .hasMessageContaining("drop it and add it at another time");
        assertThatThrownBy(() -> run.fork(edit -> edit.outOfOrder("clicks", FIVE)))
                .hasMessageContaining("has no bound of disorder");
        assertThatThrownBy(() -> run.fork(edit -> edit.allowedLateness("clicks", FIVE)))
                .hasMessageContaining("only windows have an allowed lateness");
        assertThatThrownBy(() -> run.fork(edit -> edit.fail("sum", 0, Instant.ofEpochSecond(5))))
                .hasMessageContaining("is not between the start of the run, 1970-01-01T00:00:00Z, and where it stands");
        assertThatThrownBy(
                        () -> run.fork(edit -> edit.allowedLateness("sum", FIVE).pipeline(Pipelines.sums())))
                .hasMessageContaining("say it first");
        assertThat(run.stepNumber()).isEqualTo(run.lastStep());
    }
}
