package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.timetravel.Pipelines.Click;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutsideTest {
    private static final List<Long> OUTSIDE = new ArrayList<>();

    @BeforeEach
    void clear() {
        OUTSIDE.clear();
    }

    /** Writes 1 and then 2. */
    private static RecordedRun written() {
        var run = TimeTravel.start(Pipelines.written(value -> OUTSIDE.add(value)));
        for (int i = 1; i <= 2; i++) {
            run.send("clicks", new Click("ann", i * 10L, i));
            run.advanceWatermark("clicks", run.clock().plusSeconds(i * 10L + 10));
            run.settle();
        }
        return run;
    }

    @Test
    void each_result_is_written_once() {
        var run = written();
        long last = run.lastStep();
        run.seek(0);
        run.step(last);
        run.seek(3);
        run.seek(last);
        run.retell(step -> {});
        assertThat(OUTSIDE).containsExactly(1L, 2L);
        assertThat(run.output("outside")).hasSize(2);
    }

    @Test
    void the_end_of_the_first_branch_goes_on_writing() {
        var run = written();
        run.seek(0);
        run.switchTo("main");
        run.send("clicks", new Click("ann", 30, 3));
        run.finish("clicks");
        run.runToEnd();
        assertThat(OUTSIDE).containsExactly(1L, 2L, 3L);
    }

    @Test
    void other_branches_and_forks_write_to_memory_alone() {
        var run = written();
        var fork = run.fork();
        fork.send("clicks", new Click("ann", 40, 4));
        fork.finish("clicks");
        fork.runToEnd();
        assertThat(fork.output("outside")).hasSize(3);
        run.seek(0);
        run.finish("clicks");
        run.runToEnd();
        assertThat(OUTSIDE).containsExactly(1L, 2L);
    }

    @Test
    void going_back_over_what_was_written_says_that_it_stays() {
        var run = written();
        assertThat(run.seek(0).note())
                .isEqualTo("at step 0 of 10 on branch 'main', 1970-01-01T00:00:00Z; "
                        + "2 results that sink 'outside' wrote after that stay outside");
        assertThat(run.seek(run.lastStep()).note())
                .isEqualTo("at step 10 of 10 on branch 'main', 1970-01-01T00:00:00Z");
    }
}
