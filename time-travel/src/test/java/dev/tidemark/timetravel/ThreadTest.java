package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.SimulationInterrupted;
import dev.tidemark.timetravel.Pipelines.Click;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ThreadTest {
    private static RecordedRun twoSteps() {
        var run = TimeTravel.start(Pipelines.sums());
        run.send("clicks", new Click("ann", 1, 1));
        run.settle();
        return run;
    }

    @Test
    void a_second_thread_is_turned_away_and_told_who_is_at_work() {
        var run = twoSteps();
        List<Throwable> thrown = new ArrayList<>();
        run.at("here", past -> {
            var other = CompletableFuture.runAsync(() -> run.seek(0));
            assertThatThrownBy(other::join)
                    .isInstanceOf(CompletionException.class)
                    .satisfies(e -> thrown.add(e.getCause()));
        });
        assertThat(thrown.get(0))
                .hasMessageContaining("called a run in which thread '"
                        + Thread.currentThread().getName() + "' is at work; one thread at a time");
        assertThat(run.stepNumber()).isEqualTo(2);
    }

    @Test
    void a_run_may_pass_from_thread_to_thread() {
        var run = twoSteps();
        CompletableFuture.runAsync(() -> run.seek(0)).join();
        assertThat(run.step(2).count()).isEqualTo(2);
    }

    @Test
    void an_interrupted_seek_leaves_the_run_between_two_steps_from_which_it_goes_on() {
        var run = TimeTravel.start(Pipelines.earthquakes());
        run.runToWatermark("2018-02-01T00:00:00Z");
        String end = Look.at(run);
        long last = run.lastStep();
        run.seek(0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run.seek(last - 1))
                .isInstanceOf(SimulationInterrupted.class)
                .hasMessageContaining("; the run is intact and can go on");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(run.stepNumber()).isLessThan(last);
        run.step(last - run.stepNumber());
        assertThat(Look.at(run)).isEqualTo(end);
        assertThat(run.branches()).hasSize(1);
    }
}
