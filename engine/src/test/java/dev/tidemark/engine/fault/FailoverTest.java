package dev.tidemark.engine.fault;

import static dev.tidemark.engine.fault.Lanes.out;
import static dev.tidemark.engine.fault.Lanes.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.view.RegionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailoverTest {
    private static final RestartStrategy THRICE = RestartStrategy.fixedDelay(3, Duration.ofSeconds(5));

    private static Simulation summed() {
        return Lanes.run(Lanes.summed(), THRICE);
    }

    private static Simulation apart() {
        return Lanes.run(Lanes.apart(), THRICE);
    }

    private static void advance(Simulation run, long seconds) {
        run.advanceProcessingTime(Duration.ofSeconds(seconds));
    }

    @Test
    @Statement(153)
    void a_job_that_has_failed_starts_again_from_the_last_checkpoint_after_the_delay() {
        Simulation run = summed();
        send(run, "p", 1);
        advance(run, 10);
        send(run, "p", 2);
        assertThat(run.fail("sum", 0).toString()).isEqualTo("""
                #13 00:00:10  sum#0 failed: made to fail
                        the job stops and starts again at 00:00:15
                """);
        assertThat(run.settle().count()).isZero();
        assertThat(run.runToEnd().toString()).startsWith("""
                #14 00:00:15  clock 00:00:15
                #15 00:00:15  the job starts again from checkpoint 1
                """);
        assertThat(out(run)).containsExactly(1L, 3L);
    }

    @Test
    void without_a_checkpoint_it_starts_from_the_beginning() {
        Simulation run = summed();
        send(run, "p", 1);
        send(run, "q", 2);
        run.fail("in", 1);
        assertThat(run.runToEnd().toString()).contains("the job starts again from the beginning");
        assertThat(out(run)).hasSize(2).contains(3L);
    }

    @Test
    void one_that_was_restored_by_hand_starts_again_from_there() {
        Simulation first = summed();
        send(first, "p", 1);
        Checkpoint stored = first.checkpoint();
        Simulation second = summed();
        second.restore(stored);
        second.runToEnd();
        for (int i = 0; i < 3; i++) {
            send(second, "p", 5);
            second.fail("sum", 0);
            second.runToEnd();
        }
        assertThat(out(second)).containsExactly(6L, 11L, 16L);
    }

    @Test
    void when_it_has_failed_more_often_than_is_allowed_it_stands_still() {
        Simulation run = Lanes.run(Lanes.summed(), RestartStrategy.fixedDelay());
        run.fail("sum", 0);
        run.runToEnd();
        assertThat(run.fail("sum", 1).toString())
                .contains("the job does not start again: fixed delay of 1s, at most 1 time");
        assertThatThrownBy(run::step)
                .hasMessage("the job has failed (operator 'sum', subtask 1, was made to fail); "
                        + "restore a checkpoint, or go back in a recorded run");
    }

    @Test
    void a_checkpoint_under_way_is_given_up_and_none_is_taken_before_all_run_again() {
        Simulation run = summed();
        run.jumpProcessingTimeTo(Instant.ofEpochSecond(10));
        run.step();
        assertThat(run.fail("sum", 0).toString()).contains("checkpoint 1 is given up: a subtask has failed");
        assertThatThrownBy(run::triggerCheckpoint)
                .hasMessage("no checkpoint can be taken while subtasks wait for their restart, at "
                        + "1970-01-01T00:00:15Z; move the clock there first");
        advance(run, 6);
        assertThat(run.checkpoints()).extracting(Checkpoint::id).containsExactly(2L);
    }

    // ---- regions

    @Test
    @Statement(153)
    void what_no_channel_connects_goes_on() {
        Simulation run = apart();
        send(run, "p", 1);
        send(run, "q", 10);
        advance(run, 10);
        send(run, "p", 2);
        send(run, "q", 20);
        assertThat(run.fail("check", 1).toString())
                .endsWith("        in#1, check#1, out#1 stop and start again at 00:00:15\n");
        assertThat(run.regions())
                .containsExactly(
                        new RegionRow(0, List.of("in#0", "check#0", "out#0"), Long.MAX_VALUE),
                        new RegionRow(1, List.of("in#1", "check#1", "out#1"), 15_000));
        send(run, "p", 3);
        send(run, "q", 30);
        assertThat(out(run)).containsExactly(1L, 10L, 2L, 20L, 3L);
        assertThat(run.runToEnd().toString()).contains("in#1, check#1, out#1 start again from checkpoint 1");
        assertThat(out(run)).containsExactly(1L, 10L, 2L, 3L, 20L, 30L);
        assertThat(run.regions()).allMatch(RegionRow::running);
    }

    @Test
    void a_region_can_fail_again_and_again() {
        Simulation run = apart();
        send(run, "p", 1);
        send(run, "q", 10);
        for (int i = 0; i < 3; i++) {
            run.fail("check", 1);
            send(run, "p", 2 + i);
            run.runToEnd();
        }
        assertThat(out(run)).containsExactly(1L, 2L, 3L, 10L, 4L);
    }

    @Test
    void what_waits_for_its_restart_cannot_fail() {
        Simulation run = apart();
        run.fail("check", 1);
        assertThatThrownBy(() -> run.fail("in", 1))
                .hasMessage("operator 'in', subtask 1, can't fail: it waits for its restart");
        assertThatThrownBy(() -> run.failMachine("1"))
                .hasMessage("nothing runs on machine '1': its subtasks have finished, or wait for their restart");
    }

    // ---- functions

    @Test
    void a_function_that_throws_is_a_failure_like_any_other() {
        Simulation run = Lanes.run(Lanes.apart(), RestartStrategy.fixedDelay(2, Duration.ofSeconds(1)));
        send(run, "q", 7);
        run.send("in", "p", new Lanes.Amount("k", -1));
        assertThat(run.settle().toString())
                .endsWith("check#0 failed: operator 'check', subtask 0, element Amount(key=k, value=-1): "
                        + "IllegalArgumentException: below zero\n"
                        + "        in#0, check#0, out#0 stop and start again at 00:00:01\n");
        assertThatThrownBy(run::runToEnd)
                .isInstanceOf(SimulationFailed.class)
                .hasMessageEndingWith("IllegalArgumentException: below zero");
        assertThat(run.clock()).isEqualTo(Instant.ofEpochSecond(2));
        assertThat(out(run)).containsExactly(7L);
    }

    @Test
    void steps_untold_and_told_are_the_same() {
        long[] digests = new long[2];
        for (int i = 0; i < 2; i++) {
            boolean told = i == 0;
            Simulation run =
                    Simulation.of(Lanes.apart(), options -> (told ? options : options.unrecorded()).restart(THRICE));
            for (int each = 0; each < 40; each++) {
                run.send("in", each % 2 == 0 ? "p" : "q", new Lanes.Amount("k", each == 29 ? -1 : each));
            }
            assertThatThrownBy(run::runToEnd).isInstanceOf(SimulationFailed.class);
            digests[i] = run.digest();
        }
        assertThat(digests[0]).isEqualTo(digests[1]);
    }

    // ---- machines

    @Test
    void a_machine_takes_its_subtasks_with_it_and_each_region_counts_once() {
        Simulation run = Lanes.run(Lanes.apart(), RestartStrategy.fixedDelay(1, Duration.ofSeconds(1)));
        assertThat(run.failMachine("1").toString()).isEqualTo("""
                #1 00:00:00  machine '1' failed, and with it in#1, check#1, out#1
                        in#1, check#1, out#1 stop and start again at 00:00:01
                """);
        run.runToEnd();
        assertThat(run.failure()).isNull();
        run.failMachine("0");
        assertThat(run.failure()).isEqualTo("machine '0' was made to fail");
    }

    @Test
    void machines_can_be_named() {
        Simulation run = Simulation.of(Lanes.apart(), options -> options.parallelism(2)
                .startAt(Instant.EPOCH)
                .faults(FaultOptions.DEFAULT
                        .restart(THRICE)
                        .machines(
                                Machine.named("left").with("in", 0),
                                Machine.named("right").with("in", 1).with("out", 0))));
        assertThat(run.failMachine("right").toString()).isEqualTo("""
                #1 00:00:00  machine 'right' failed, and with it in#1, out#0
                        in#1, check#1, out#1 stop and start again at 00:00:05
                        in#0, check#0, out#0 stop and start again at 00:00:05
                """);
        assertThat(run.runToEnd().toString()).contains("the job starts again from the beginning");
        assertThatThrownBy(() -> run.failMachine("middle"))
                .hasMessage("there is no machine 'middle'; there are [left, right]");
        assertThatThrownBy(() -> apart().failMachine("2"))
                .hasMessage("there is no machine '2'; machines are numbered from 0 to 1, unless "
                        + "FaultOptions.machines(…) names others");
    }

    // ---- the coordinator

    @Test
    void the_coordinators_failure_loses_what_is_under_way_and_keeps_what_is_complete() {
        Simulation run = Lanes.run(Lanes.summed(), RestartStrategy.none());
        send(run, "p", 1);
        advance(run, 10);
        send(run, "p", 2);
        run.jumpProcessingTimeTo(Instant.ofEpochSecond(20));
        run.step();
        assertThat(run.failCoordinator().toString())
                .contains("the coordinator failed\n        checkpoint 2 is given up: the coordinator failed\n"
                        + "        the job stops and starts again at 00:00:20");
        assertThat(run.settle().toString()).contains("the job starts again from checkpoint 1");
        assertThat(out(run)).containsExactly(1L, 3L);
        run.settle();
        assertThat(run.checkpoint().id()).isGreaterThan(2);
    }

    @Test
    void the_next_coordinator_has_not_seen_a_failure() {
        Simulation run = Lanes.run(Lanes.summed(), RestartStrategy.fixedDelay());
        run.fail("sum", 0);
        run.runToEnd();
        run.failCoordinator();
        run.settle();
        run.fail("sum", 0);
        assertThat(run.failure()).isNull();
    }

    @Test
    void a_job_whose_checkpoints_fail_starts_again_too() {
        Simulation run = Simulation.of(Lanes.apart(), options -> options.parallelism(2)
                .startAt(Instant.EPOCH)
                .checkpoints(CheckpointOptions.every(Duration.ofSeconds(10)).timeout(Duration.ofSeconds(3)))
                .restart(THRICE));
        run.jumpProcessingTimeTo(Instant.ofEpochSecond(10));
        run.step();
        run.jumpProcessingTimeTo(Instant.ofEpochSecond(13));
        assertThat(run.step().toString())
                .contains("the job failed: checkpoint 1 was given up, it took longer than 3s, and no failure is "
                        + "tolerated\n        the job stops and starts again at 00:00:18");
        run.runToEnd();
        assertThat(run.failure()).isNull();
    }
}
