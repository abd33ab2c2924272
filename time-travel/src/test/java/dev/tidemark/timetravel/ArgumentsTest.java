package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.timetravel.Pipelines.Click;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static RecordedRun twoSteps() {
        var run = TimeTravel.start(Pipelines.sums());
        run.send("clicks", new Click("ann", 1, 1));
        run.settle();
        return run;
    }

    @Test
    void a_seek_beyond_what_is_recorded_is_refused() {
        assertThatThrownBy(() -> twoSteps().seek(3))
                .hasMessage("seek(3): branch 'main' is recorded from 0 to 2; move on from its end to go farther");
        assertThatThrownBy(() -> twoSteps().seek(-1))
                .hasMessageStartingWith("seek(-1): branch 'main' is recorded from 0");
    }

    @Test
    void going_back_too_far_is_refused() {
        assertThatThrownBy(() -> twoSteps().back(3))
                .hasMessage("back(3) from step 2: the number of steps must lie in [1, 2]");
        assertThatThrownBy(() -> twoSteps().back(0))
                .hasMessage("back(0) from step 2: the number of steps must lie in [1, 2]");
        assertThatThrownBy(() -> TimeTravel.start(Pipelines.sums()).back())
                .hasMessage("back(1) from step 0: this is the start");
    }

    @Test
    void an_unknown_branch_is_refused() {
        assertThatThrownBy(() -> twoSteps().switchTo("other"))
                .hasMessage("there is no branch 'other'; there are [main]");
    }

    @Test
    void questions_about_what_is_not_there_are_refused() {
        var run = twoSteps();
        assertThatThrownBy(() -> run.whyNotFired("total", "ann", "1970-01-01T00:00:00Z"))
                .hasMessageContaining("has no operator 'total'; it has 'clicks', 'sum', 'sums'");
        assertThatThrownBy(() -> run.whyNotFired("clicks", "ann", "1970-01-01T00:00:00Z"))
                .hasMessage("operator 'clicks' has no windows; it is a source operator");
        assertThatThrownBy(() -> run.whyNotFired("sum", "ann", "noon"))
                .hasMessage("'noon' is not an instant; write 2018-02-01T06:00:00Z or 1517464800000ms");
    }

    @Test
    void every_step_is_compared_from_the_start_or_not_at_all() {
        assertThatThrownBy(() -> twoSteps().verify(Verification.EVERY_STEP))
                .hasMessage("verify(EVERY_STEP) at step 2: what was not kept from the start can't be compared; say it "
                        + "right after TimeTravel.start(…)");
    }

    @Test
    void a_closed_run_can_be_looked_at_and_nothing_else() {
        var run = twoSteps();
        String before = Look.at(run);
        run.close();
        run.close();
        assertThat(Look.at(run)).isEqualTo(before);
        assertThat(run.branches()).hasSize(1);
        assertThatThrownBy(run::step)
                .hasMessage(
                        "the run of 'clicks' is closed: what it recorded is gone; it can only be looked at where it "
                                + "stands");
        assertThatThrownBy(() -> run.seek(0)).hasMessageContaining("is closed");
        assertThatThrownBy(() -> run.send("clicks", new Click("ann", 1, 1))).hasMessageContaining("is closed");
        assertThatThrownBy(run::fork).hasMessageContaining("is closed");
    }
}
