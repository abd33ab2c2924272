package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.timetravel.Pipelines.Click;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BranchTest {
    private static RecordedRun threeClicks() {
        var run = TimeTravel.start(Pipelines.sums());
        for (int i = 1; i <= 3; i++) {
            run.send("clicks", new Click("ann", i, i));
            run.settle();
        }
        return run;
    }

    private static long sum(RecordedRun run) {
        run.settle();
        run.advanceWatermark("clicks", "1970-01-01T00:00:10Z");
        run.settle();
        return run.output(Pipelines.SUMS).get(0).value();
    }

    @Test
    void a_step_in_the_past_follows_the_recording_with_the_commands_that_were_given() {
        var run = threeClicks();
        assertThat(sum(run)).isEqualTo(6);
        String end = Look.at(run);
        long last = run.lastStep();
        run.seek(1);
        run.step(last - 1);
        assertThat(Look.at(run)).isEqualTo(end);
        assertThat(run.branches()).hasSize(1);
    }

    @Test
    void a_command_in_the_past_begins_a_branch_and_says_so() {
        var run = threeClicks();
        run.seek(2);
        var steps = run.send("clicks", new Click("ann", 5, 100));
        assertThat(steps.note()).isEqualTo("branch 'branch-1' begins at step 2; the old future stays on 'main'");
        assertThat(sum(run)).isEqualTo(101);
        assertThat(run.branches())
                .containsExactly(
                        new Branch("main", "", 0, 6, false), new Branch("branch-1", "main", 2, run.stepNumber(), true));
    }

    @Test
    void the_old_future_is_reached_by_switching_to_it() {
        var run = threeClicks();
        String main = Look.at(run);
        run.seek(2);
        run.send("clicks", new Click("ann", 5, 100));
        run.settle();
        String branch = Look.at(run);
        run.switchTo("main");
        assertThat(Look.at(run)).isEqualTo(main);
        run.switchTo("branch-1");
        assertThat(Look.at(run)).isEqualTo(branch);
        run.switchTo("main");
        assertThat(sum(run)).isEqualTo(6);
    }

    @Test
    void a_branch_of_a_branch_shares_the_past_of_both() {
        var run = threeClicks();
        run.seek(4);
        run.send("clicks", new Click("ann", 5, 100));
        run.settle();
        run.send("clicks", new Click("ann", 6, 1000));
        run.settle();
        run.seek(6);
        run.send("clicks", new Click("ann", 7, 10_000));
        assertThat(sum(run)).isEqualTo(1 + 2 + 100 + 10_000);
        assertThat(run.branches().get(2)).isEqualTo(new Branch("branch-2", "branch-1", 6, run.stepNumber(), true));
        String end = Look.at(run);
        long last = run.lastStep();
        run.seek(3);
        run.step(last - 3);
        assertThat(Look.at(run)).isEqualTo(end);
    }

    @Test
    void a_branch_is_told_again_from_the_start_of_the_run() {
        var run = threeClicks();
        run.seek(2);
        run.send("clicks", new Click("ann", 5, 100));
        run.settle();
        var told = new StringBuilder();
        run.retell(step -> told.append(step.happening().text(0)).append('\n'));
        assertThat(told).hasToString("""
                        clicks/0 <- Click(user=ann, second=1, count=1) @ 00:00:01
                        sum#0 takes Click(user=ann, second=1, count=1) @ 00:00:01 from clicks#0
                        clicks/0 <- Click(user=ann, second=5, count=100) @ 00:00:05
                        sum#0 takes Click(user=ann, second=5, count=100) @ 00:00:05 from clicks#0
                        """);
    }

    @Test
    void each_kind_of_command_branches() {
        var run = threeClicks();
        var checkpoint = run.checkpoint();
        List<Consumer<RecordedRun>> commands = List.of(
                past -> past.advanceWatermark("clicks", "1970-01-01T00:00:05Z"),
                past -> past.markIdle("clicks"),
                past -> past.finish("clicks"),
                past -> past.advanceProcessingTime(Duration.ofSeconds(1)),
                RecordedRun::triggerCheckpoint,
                past -> past.fail("sum", 0),
                past -> past.restore(checkpoint));
        for (Consumer<RecordedRun> command : commands) {
            run.switchTo("main");
            run.seek(1);
            command.accept(run);
        }
        assertThat(run.branches())
                .hasSize(8)
                .extracting(Branch::parent)
                .containsOnlyOnce("")
                .contains("main");
        run.switchTo("main");
        assertThat(run.checkpoints()).containsExactly(checkpoint);
    }

    @Test
    void a_command_that_is_refused_begins_no_branch() {
        var run = threeClicks();
        run.seek(2);
        String here = Look.at(run);
        assertThatThrownBy(() -> run.send("clicks", "7", new Click("ann", 1, 1)))
                .hasMessage("source 'clicks' has no partition '7'; it has [0]");
        assertThatThrownBy(() -> run.fail("sum", 3)).hasMessageContaining("has no subtask 3");
        assertThat(run.branches()).hasSize(1);
        assertThat(Look.at(run)).isEqualTo(here);
        assertThat(run.step().count()).isEqualTo(1);
    }

    @Test
    void a_step_that_did_not_happen_leaves_no_trace() {
        var run = threeClicks();
        String here = Look.at(run);
        assertThat(run.step().note()).isEqualTo("nothing is left to do until something is sent by hand");
        assertThat(Look.at(run)).isEqualTo(here);
    }

    @Test
    void commands_given_at_one_step_are_replayed_in_their_order() {
        var run = TimeTravel.start(Pipelines.sums());
        run.send("clicks", new Click("ann", 1, 1));
        run.jumpProcessingTimeTo(run.clock().plusSeconds(5));
        run.send("clicks", new Click("bob", 1, 1));
        run.advanceWatermark("clicks", "1970-01-01T00:00:10Z");
        run.jumpProcessingTimeTo(run.clock().plusSeconds(5));
        run.settle();
        String end = Look.at(run);
        long last = run.lastStep();
        run.seek(0);
        run.step(last);
        assertThat(Look.at(run)).isEqualTo(end);
    }
}
