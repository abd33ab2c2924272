package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.timetravel.Pipelines.Click;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static RecordedRun hundredOver() {
        Pipeline pipeline = Pipeline.create("division");
        pipeline.source("clicks", Pipelines.byHand("0"), Watermarks.byHand())
                .keyBy(Click::user)
                .reduce((a, b) -> new Click(a.user(), 0, 100 / b.count()))
                .name("divide")
                .collect("out");
        return TimeTravel.start(pipeline);
    }

    @Test
    void a_function_that_throws_leaves_the_run_before_that_step() {
        var run = hundredOver();
        run.send("clicks", new Click("ann", 1, 1));
        run.settle();
        run.send("clicks", new Click("ann", 2, 0));
        run.step();
        String before = Look.at(run);
        assertThatThrownBy(run::step)
                .isInstanceOf(SimulationFailed.class)
                .hasMessage(
                        "step 4: operator 'divide', subtask 0, key ann, element Click(user=ann, second=2, count=0): "
                                + "ArithmeticException: / by zero");
        assertThat(Look.at(run)).isEqualTo(before);
        assertThat(run.failure()).isNull();
        assertThat(run.lastStep()).isEqualTo(3);
    }

    @Test
    void from_before_a_failing_step_another_branch_leads_on() {
        var run = hundredOver();
        run.send("clicks", new Click("ann", 1, 1));
        run.settle();
        run.send("clicks", new Click("ann", 2, 0));
        assertThatThrownBy(run::settle).isInstanceOf(SimulationFailed.class);
        assertThatThrownBy(run::settle).isInstanceOf(SimulationFailed.class);
        run.seek(2);
        run.send("clicks", new Click("ann", 2, 50));
        run.settle();
        assertThat(run.output("out")).hasSize(2);
        assertThat(run.branches()).hasSize(2);
    }

    @Test
    void a_failure_a_checkpoint_and_a_restore_are_recorded_and_replayed() {
        var run = TimeTravel.start(Pipelines.sums(), options -> options.parallelism(2))
                .verify(Verification.EVERY_STEP);
        run.send("clicks", new Click("ann", 1, 1));
        var checkpoint = run.checkpoint();
        run.send("clicks", new Click("ann", 2, 2));
        run.settle();
        run.fail("sum", 1);
        long failed = run.stepNumber();
        assertThat(run.failure()).isEqualTo("operator 'sum', subtask 1, was made to fail");
        run.restore(checkpoint);
        run.finish("clicks");
        run.runToEnd();
        String end = Look.at(run);
        long last = run.lastStep();
        assertThat(run.output(Pipelines.SUMS).get(0).value()).isEqualTo(3);
        run.seek(failed);
        assertThat(run.failure()).isNotNull();
        run.back();
        assertThat(run.failure()).isNull();
        run.seek(0);
        run.step(last);
        assertThat(Look.at(run)).isEqualTo(end);
    }

    @Test
    void a_run_that_was_made_to_fail_stands_still_until_it_is_restored_or_goes_back() {
        var run = TimeTravel.start(Pipelines.sums());
        run.send("clicks", new Click("ann", 1, 1));
        run.settle();
        run.fail("sum", 0);
        assertThatThrownBy(run::step)
                .hasMessage(
                        "the job has failed (operator 'sum', subtask 0, was made to fail); restore a checkpoint, or "
                                + "go back in a recorded run");
        assertThat(run.state("sum")).isNotEmpty();
        run.back();
        run.send("clicks", new Click("ann", 2, 2));
        assertThat(run.settle().count()).isEqualTo(2);
    }
}
