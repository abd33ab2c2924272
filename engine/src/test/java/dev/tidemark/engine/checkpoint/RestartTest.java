package dev.tidemark.engine.checkpoint;

import static dev.tidemark.engine.checkpoint.Sums.out;
import static dev.tidemark.engine.checkpoint.Sums.send;
import static dev.tidemark.engine.checkpoint.Sums.watermark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.CheckpointOptions;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartTest {
    private final Simulation run = Simulation.of(Sums.pipeline(), options -> options.parallelism(2));

    /** What Flink does: the watermark is not in the checkpoint, so the window fires a second time. */
    @Test
    @Statement(146)
    void after_a_restart_an_element_that_was_late_is_taken() {
        send(run, "p", "a", 1, 1);
        watermark(run, 9);
        run.restore(run.checkpoint());
        assertThat(run.watermark("sum")).isEqualTo(Long.MIN_VALUE);
        send(run, "p", "a", 9, 2);
        watermark(run, 9);
        assertThat(out(run)).containsExactly(1L, 9L);
    }

    @Test
    void with_kept_watermarks_it_stays_late() {
        Simulation keeping =
                Simulation.of(Sums.pipeline(), options -> options.parallelism(2).keepWatermarks(true));
        send(keeping, "p", "a", 1, 1);
        watermark(keeping, 9);
        keeping.restore(keeping.checkpoint());
        assertThat(keeping.watermark("sum")).isEqualTo(9);
        send(keeping, "p", "a", 9, 2);
        assertThat(out(keeping)).containsExactly(1L);
    }

    @Test
    void kept_watermarks_are_those_of_each_partition() {
        Simulation keeping =
                Simulation.of(Sums.pipeline(), options -> options.parallelism(2).keepWatermarks(true));
        send(keeping, "p", "a", 1, 1);
        watermark(keeping, "p", 10);
        watermark(keeping, "q", 5);
        keeping.restore(keeping.checkpoint());
        watermark(keeping, "q", 9);
        assertThat(out(keeping)).containsExactly(1L);
    }

    @Test
    void kept_watermarks_survive_another_parallelism() {
        Simulation keeping =
                Simulation.of(Sums.pipeline(), options -> options.parallelism(2).keepWatermarks(true));
        send(keeping, "p", "a", 1, 1);
        watermark(keeping, "p", 10);
        watermark(keeping, "q", 5);
        keeping.restore(keeping.checkpoint(), 4);
        watermark(keeping, "q", 9);
        assertThat(out(keeping)).containsExactly(1L);
    }

    @Test
    @Statement({99, 116, 148})
    void timers_and_contents_survive_and_fire_at_the_same_watermark() {
        send(run, "p", "a", 1, 1);
        send(run, "q", "b", 2, 2);
        run.restore(run.checkpoint(), 1);
        watermark(run, 8);
        assertThat(out(run)).isEmpty();
        watermark(run, 9);
        assertThat(out(run)).containsExactly(1L, 2L);
    }

    @Test
    @Statement({10, 155})
    void a_checkpoint_says_no_end_of_time_and_keeps_open_windows_and_nothing_that_comes_behind_it() {
        send(run, "p", "a", 1, 1);
        Checkpoint stopped = run.checkpoint();
        send(run, "p", "a", 5, 2);
        assertThat(out(run)).isEmpty();
        Simulation begun = Simulation.of(Sums.pipeline(), options -> options.parallelism(2));
        begun.restore(stopped);
        begun.finish("in");
        begun.runToEnd();
        assertThat(out(begun)).containsExactly(1L);
    }

    @Test
    @Statement(10)
    void when_the_input_has_ended_before_everything_has_fired() {
        send(run, "p", "a", 1, 1);
        run.finish("in");
        run.runToEnd();
        assertThat(out(run)).containsExactly(1L);
        run.restore(run.checkpoint());
        run.runToEnd();
        assertThat(out(run)).containsExactly(1L);
    }

    @Test
    @Statement(147)
    void state_of_a_watermark_strategy_is_not_kept() {
        Pipeline pipeline = Pipeline.create("monotonous");
        pipeline.source("in", Sums.Amount.class, Watermarks.monotonous().perEvent())
                .map(Sums.Amount::value)
                .name("values")
                .collect("out");
        Simulation monotonous = Simulation.of(pipeline);
        monotonous.send("in", new Sums.Amount("a", 1), Instant.ofEpochMilli(100));
        monotonous.settle();
        assertThat(monotonous.watermark("values")).isEqualTo(99);
        monotonous.restore(monotonous.checkpoint());
        monotonous.send("in", new Sums.Amount("a", 2), Instant.ofEpochMilli(5));
        monotonous.settle();
        assertThat(monotonous.watermark("values")).isEqualTo(4);
    }

    @Test
    void state_that_nobody_has_asked_for_since_a_restart_is_in_the_next_checkpoint() {
        Simulation first = Simulation.of(LazyState.pipeline());
        first.send("in", new Sums.Amount("a", 1));
        first.settle();
        Checkpoint once = first.checkpoint();
        Simulation second = Simulation.of(LazyState.pipeline());
        second.restore(once);
        Checkpoint twice = second.checkpoint();
        Simulation third = Simulation.of(LazyState.pipeline());
        third.restore(twice);
        third.settle();
        third.send("in", new Sums.Amount("a", 5));
        third.settle();
        assertThat(out(third)).endsWith(6L);
    }

    @Test
    void an_older_checkpoint_and_then_a_newer_one_give_back_the_newer_results() {
        send(run, "p", "a", 1, 1);
        watermark(run, 9);
        Checkpoint older = run.checkpoint();
        send(run, "p", "a", 2, 11);
        watermark(run, 19);
        Checkpoint newer = run.checkpoint();
        run.restore(older);
        assertThat(out(run)).containsExactly(1L);
        run.restore(newer);
        assertThat(out(run)).containsExactly(1L, 2L);
    }

    @Test
    @Statement(153)
    void results_behind_the_barrier_are_cut_away_and_come_again() {
        send(run, "p", "a", 1, 1);
        Checkpoint checkpoint = run.checkpoint();
        watermark(run, 9);
        assertThat(out(run)).containsExactly(1L);
        run.restore(checkpoint);
        assertThat(out(run)).isEmpty();
        run.settle();
        assertThat(out(run)).containsExactly(1L);
    }

    @Test
    @Statement(149)
    void foreign_checkpoint_is_refused_and_changes_nothing() {
        Pipeline other = Pipeline.create("other");
        other.source("other in", Sums.Amount.class, Watermarks.byHand()).collect("other out");
        Checkpoint foreign = Simulation.of(other).checkpoint();
        send(run, "p", "a", 1, 1);
        String before = run.contentDigest();
        assertThatThrownBy(() -> run.restore(foreign))
                .hasMessage("the checkpoint has state of [other in, other out], which pipeline 'sums' does not have; "
                        + "give the operators the uids that they had, or leave that state behind with "
                        + "CheckpointOptions.allowNonRestoredState()");
        assertThat(run.contentDigest()).isEqualTo(before);
        watermark(run, 9);
        assertThat(out(run)).containsExactly(1L);
    }

    @Test
    @Statement(149)
    void state_of_no_operator_is_left_behind_where_that_is_allowed() {
        send(run, "p", "a", 1, 1);
        Checkpoint renamed = run.checkpoint().edit().rename("sum", "total").done();
        Simulation allowing = Simulation.of(Sums.pipeline(), options -> options.parallelism(2)
                .checkpoints(CheckpointOptions.BY_HAND.allowNonRestoredState()));
        allowing.restore(renamed);
        send(allowing, "p", "a", 7, 2);
        watermark(allowing, 9);
        assertThat(out(allowing)).containsExactly(7L);
        assertThat(allowing.checkpoint().contents().operators())
                .extracting(StoredOperator::uid)
                .containsExactly("in", "sum", "out");
    }

    @Test
    @Statement(115)
    void other_key_groups_are_refused() {
        Checkpoint checkpoint = Simulation.of(Sums.pipeline(), options -> options.maxParallelism(64))
                .checkpoint();
        assertThatThrownBy(() -> run.restore(checkpoint))
                .hasMessage("the checkpoint has 64 key groups and this run 128; run with maxParallelism(64)");
    }

    @Test
    void parallelism_beyond_the_key_groups_is_refused() {
        Checkpoint checkpoint = run.checkpoint();
        assertThatThrownBy(() -> run.restore(checkpoint, 200))
                .hasMessage("parallelism is 200; it must lie in [1, maxParallelism = 128]");
        assertThat(run.failure()).isNull();
    }

    @Test
    void a_second_checkpoint_waits_for_the_first() {
        run.triggerCheckpoint();
        assertThatThrownBy(run::triggerCheckpoint)
                .hasMessage("checkpoint 1 is still under way; step until it is complete, then take the next");
    }

    @Test
    void failing_a_subtask_that_is_not_there() {
        assertThatThrownBy(() -> run.fail("sum", 2))
                .hasMessage("operator 'sum' has no subtask 2; it runs with parallelism 2, subtasks count from 0");
        assertThatThrownBy(() -> run.fail("smu", 0)).hasMessageStartingWith("pipeline 'sums' has no operator 'smu'");
    }

    @Test
    @Statement(153)
    void a_failed_job_stands_still_until_it_is_restored() {
        Checkpoint checkpoint = run.checkpoint();
        run.fail("sum", 1);
        assertThatThrownBy(run::step)
                .hasMessage("the job has failed (operator 'sum', subtask 1, was made to fail); "
                        + "restore a checkpoint, or go back in a recorded run");
        run.restore(checkpoint);
        assertThat(run.step().note()).isEqualTo("nothing is left to do until something is sent by hand");
    }
}
