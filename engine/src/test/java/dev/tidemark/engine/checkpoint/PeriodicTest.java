package dev.tidemark.engine.checkpoint;

import static dev.tidemark.engine.checkpoint.Sums.send;
import static dev.tidemark.engine.checkpoint.Sums.watermark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PeriodicTest {
    private static final CheckpointOptions EVERY_TEN = CheckpointOptions.every(Duration.ofSeconds(10));

    private static Simulation run(CheckpointOptions checkpoints) {
        return Simulation.of(
                Sums.pipeline(),
                options -> options.parallelism(2).startAt(Instant.EPOCH).checkpoints(checkpoints));
    }

    private static List<Long> seconds(Simulation run) {
        return run.checkpoints().stream().map(each -> each.clockMillis() / 1000).toList();
    }

    private static String jump(Simulation run, int seconds) {
        run.jumpProcessingTimeTo(Instant.ofEpochSecond(seconds));
        return run.step().toString();
    }

    @Test
    void one_begins_each_interval() {
        Simulation run = run(EVERY_TEN);
        run.advanceProcessingTime(Duration.ofSeconds(35));
        assertThat(seconds(run)).containsExactly(10L, 20L, 30L);
    }

    @Test
    @Statement(144)
    void without_an_interval_there_are_none_but_by_hand() {
        Simulation run = run(CheckpointOptions.BY_HAND);
        run.advanceProcessingTime(Duration.ofDays(1));
        assertThat(run.checkpoints()).isEmpty();
        assertThat(run.checkpoint().id()).isEqualTo(1);
    }

    @Test
    void they_do_not_move_the_clock_alone() {
        Simulation run = run(EVERY_TEN);
        assertThat(run.runToEnd().count()).isZero();
        assertThat(run.checkpoints()).isEmpty();
    }

    @Test
    void none_is_taken_when_everything_is_over() {
        Simulation run = run(EVERY_TEN);
        run.finish("in");
        run.runToEnd();
        run.advanceProcessingTime(Duration.ofMinutes(5));
        assertThat(run.checkpoints()).isEmpty();
    }

    /** The requests of second 20 and of second 45 come too soon, and again at 35 and at 60. */
    @Test
    void one_begins_no_sooner_than_the_pause_behind_the_last() {
        Simulation run = run(EVERY_TEN.minPause(Duration.ofSeconds(25)));
        run.advanceProcessingTime(Duration.ofSeconds(70));
        assertThat(seconds(run)).containsExactly(10L, 35L, 60L);
    }

    @Test
    void one_that_comes_too_soon_says_when_it_comes_again() {
        Simulation run = run(EVERY_TEN.minPause(Duration.ofSeconds(25)));
        run.advanceProcessingTime(Duration.ofSeconds(10));
        assertThat(jump(run, 20))
                .contains("a checkpoint is due; the last is too short a time ago, so it is taken at 00:00:35");
    }

    @Test
    void one_that_is_due_while_another_is_under_way_waits_for_its_end() {
        Simulation run = run(EVERY_TEN);
        assertThat(jump(run, 10)).contains("checkpoint 1 begins");
        assertThat(jump(run, 20)).contains("a checkpoint is due; checkpoint 1 is under way, so it waits");
        run.settle();
        assertThat(run.checkpoints()).extracting(Checkpoint::id).containsExactly(1L, 2L);
        assertThat(seconds(run)).containsExactly(10L, 20L);
    }

    @Test
    @Statement(154)
    void one_that_takes_too_long_is_given_up_and_its_elements_join_the_next() {
        Simulation run = run(EVERY_TEN.timeout(Duration.ofSeconds(3)).tolerableFailures(1));
        send(run, "p", "a", 5, 1);
        assertThat(jump(run, 10)).contains("checkpoint 1 begins");
        assertThat(jump(run, 13)).contains("checkpoint 1 is given up: it took longer than 3s");
        run.settle();
        assertThat(run.checkpoints()).isEmpty();
        run.advanceProcessingTime(Duration.ofSeconds(7));
        assertThat(run.checkpoints()).extracting(Checkpoint::id).containsExactly(2L);
        assertThat(run.checkpoints().get(0).contents().entries("sum", "contents"))
                .extracting(StoredEntry::value)
                .containsExactly(5L);
        run.restore(run.checkpoints().get(0));
        watermark(run, 9);
        assertThat(Sums.out(run)).containsExactly(5L);
    }

    @Test
    void job_fails_when_more_are_given_up_than_are_tolerated() {
        Simulation run = run(EVERY_TEN.timeout(Duration.ofSeconds(3)));
        jump(run, 10);
        assertThat(jump(run, 13))
                .contains("the job failed: checkpoint 1 was given up, it took longer than 3s, "
                        + "and no failure is tolerated");
        assertThatThrownBy(run::step).hasMessageStartingWith("the job has failed (checkpoint 1 was given up");
    }

    @Test
    void a_move_in_which_the_job_fails_says_so() {
        for (boolean told : new boolean[] {true, false}) {
            Simulation run = Simulation.of(Sums.pipeline(), options -> {
                SimulationOptions how =
                        options.startAt(Instant.EPOCH).checkpoints(EVERY_TEN.timeout(Duration.ofSeconds(3)));
                return told ? how : how.unrecorded();
            });
            jump(run, 10);
            run.send("in", "p", new Sums.Amount("a", 1), Instant.EPOCH);
            run.jumpProcessingTimeTo(Instant.ofEpochSecond(13));
            assertThatThrownBy(run::runToEnd).hasMessageStartingWith("the job has failed (checkpoint 1 was given up");
            assertThat(run.failure()).startsWith("checkpoint 1 was given up");
        }
    }

    @Test
    void checkpoint_by_hand_can_be_given_up_and_taken_again() {
        Simulation run =
                run(CheckpointOptions.BY_HAND.timeout(Duration.ofSeconds(3)).tolerableFailures(1));
        run.triggerCheckpoint();
        run.jumpProcessingTimeTo(Instant.ofEpochSecond(3));
        assertThat(run.step().toString()).contains("checkpoint 1 is given up");
        assertThat(run.checkpoint().id()).isEqualTo(2);
    }

    @Test
    void failures_are_counted_from_the_last_that_was_complete() {
        Simulation run = run(EVERY_TEN.timeout(Duration.ofSeconds(3)).tolerableFailures(1));
        for (int i = 0; i < 6; i++) {
            jump(run, 20 * i + 10);
            assertThat(jump(run, 20 * i + 13)).contains("is given up");
            run.settle();
            run.advanceProcessingTimeTo(Instant.ofEpochSecond(20 * i + 20));
        }
        assertThat(run.checkpoints()).hasSize(6);
        jump(run, 130);
        jump(run, 133);
        run.settle();
        jump(run, 140);
        assertThat(jump(run, 143)).contains("more than 1 such failures in a row are not tolerated");
    }

    @Test
    void after_a_restart_the_first_is_due_after_the_pause() {
        Simulation run = run(EVERY_TEN.minPause(Duration.ofSeconds(4)));
        run.advanceProcessingTime(Duration.ofSeconds(12));
        Checkpoint first = run.checkpoints().get(0);
        run.fail("sum", 0);
        run.restore(first);
        run.advanceProcessingTime(Duration.ofSeconds(15));
        assertThat(seconds(run)).containsExactly(10L, 16L, 26L);
    }

    /** A barrier of the one that was given up is still on its way when that of the next comes. */
    @Test
    @Statement({141, 154})
    void newer_barrier_makes_an_older_one_count_for_nothing() {
        for (long seed = 0; seed < 60; seed++) {
            Schedule schedule = Schedule.seeded(seed).quantum(1);
            Simulation run = Simulation.of(Sums.pipeline(), options -> options.parallelism(2)
                    .startAt(Instant.EPOCH)
                    .schedule(schedule)
                    .checkpoints(EVERY_TEN.timeout(Duration.ofSeconds(3)).tolerableFailures(9)));
            for (int i = 0; i < 20; i++) {
                run.send("in", i % 2 == 0 ? "p" : "q", new Sums.Amount("k" + i % 5, 1), Instant.ofEpochMilli(i % 10));
            }
            run.step(4);
            run.jumpProcessingTimeTo(Instant.ofEpochSecond(10));
            run.step(1 + seed % 6);
            run.jumpProcessingTimeTo(Instant.ofEpochSecond(13));
            run.step(1 + seed % 3);
            run.jumpProcessingTimeTo(Instant.ofEpochSecond(20));
            run.settle();
            assertThat(run.checkpoints()).as("seed " + seed).isNotEmpty();
            run.restore(run.checkpoints().get(0), 1 + (int) (seed % 3));
            run.settle();
            watermark(run, 9);
            assertThat(Sums.out(run)).as("seed " + seed).hasSize(5).containsOnly(4L);
        }
    }

    @Test
    @Statement(142)
    void at_least_once_blocks_nothing_and_what_came_behind_a_barrier_may_count_twice() {
        boolean twice = false;
        for (long seed = 0; seed < 60; seed++) {
            Schedule schedule = Schedule.seeded(seed).quantum(1);
            Simulation run = Simulation.of(Sums.pipeline(), options -> options.parallelism(2)
                    .schedule(schedule)
                    .checkpoints(CheckpointOptions.BY_HAND.atLeastOnce()));
            for (int i = 0; i < 20; i++) {
                run.send("in", i % 2 == 0 ? "p" : "q", new Sums.Amount("k", 1), Instant.ofEpochMilli(i % 10));
            }
            run.step(4);
            run.triggerCheckpoint();
            while (run.checkpoints().isEmpty()) {
                assertThat(run.channels()).noneMatch(channel -> channel.blocked());
                run.step();
            }
            run.step(2);
            run.fail("sum", 0);
            run.restore(run.checkpoints().get(0));
            run.settle();
            watermark(run, 9);
            Long sum = (Long) Sums.out(run).get(0);
            assertThat(sum).as("seed " + seed).isGreaterThanOrEqualTo(20);
            twice |= sum > 20;
        }
        assertThat(twice).as("some element counted twice").isTrue();
    }

    /** Turns of many elements and single steps see a checkpoint that is due at the same place. */
    @Test
    void told_and_untold_runs_take_them_at_the_same_step() {
        for (long seed = 0; seed < 10; seed++) {
            Simulation told = traced(seed, true);
            Simulation untold = traced(seed, false);
            while (told.step().count() > 0) {
                assertThat(told.checkpoints().size()).isLessThan(40);
            }
            untold.runToEnd();
            assertThat(told.checkpoints()).hasSizeGreaterThan(5);
            assertThat(untold.checkpoints())
                    .extracting(Checkpoint::step, Checkpoint::clockMillis)
                    .isEqualTo(told.checkpoints().stream()
                            .map(each -> Tuple.tuple(each.step(), each.clockMillis()))
                            .toList());
            assertThat(untold.digest()).isEqualTo(told.digest());
        }
    }

    private static Simulation traced(long seed, boolean told) {
        Pipeline pipeline = Pipeline.create("traced");
        Trace<Sums.Amount> trace = Trace.generate(300, Sums.Amount.class, i -> new Sums.Amount("k" + i % 7, i))
                .eventTime(amount -> Instant.ofEpochSecond(amount.value() / 3));
        pipeline.source("in", trace, Watermarks.outOfOrder(Duration.ofSeconds(2)))
                .keyBy(Sums.Amount::key)
                .window(TumblingWindows.of(Duration.ofSeconds(10)))
                .sumLong(Sums.Amount::value)
                .name("sum")
                .collect("out");
        return Simulation.of(pipeline, options -> {
            SimulationOptions how = options.parallelism(2).seed(seed).checkpoints(EVERY_TEN);
            return told ? how : how.unrecorded();
        });
    }

    @Test
    void times_that_are_too_short_are_refused() {
        assertThatThrownBy(() -> CheckpointOptions.every(Duration.ofMillis(9)))
                .hasMessage("the checkpoints' interval is PT0.009S; it must be at least PT0.01S");
        assertThatThrownBy(() -> EVERY_TEN.timeout(Duration.ZERO))
                .hasMessage("the checkpoints' timeout is PT0S; it must be at least PT0.01S");
        assertThatThrownBy(() -> EVERY_TEN.minPause(Duration.ofSeconds(-1)))
                .hasMessage("the checkpoints' minPause is PT-1S; it must be at least PT0S");
        assertThatThrownBy(() -> EVERY_TEN.tolerableFailures(-1))
                .hasMessage("tolerableFailures is -1; it must be 0, or how many may follow each other");
    }
}
