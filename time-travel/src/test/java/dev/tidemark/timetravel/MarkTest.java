package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.timetravel.Pipelines.Click;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static RecordedRun oneClick() {
        var run = TimeTravel.start(Pipelines.sums());
        run.send("clicks", new Click("ann", 1, 1));
        run.settle();
        return run;
    }

    private static Consumer<RecordedRun> click(long count) {
        return run -> {
            run.send("clicks", new Click("ann", 2, count));
            run.settle();
        };
    }

    private static String stand(RecordedRun run) {
        return run + "\n" + run.branches() + "\n" + Look.at(run);
    }

    @Test
    void a_cell_that_acts_at_a_mark_gives_the_same_when_it_is_run_again() {
        var run = oneClick();
        run.at("here", click(2));
        String first = stand(run);
        run.at("here", click(2));
        run.at("here", click(2));
        assertThat(stand(run)).isEqualTo(first);
    }

    @Test
    void running_all_cells_twice_gives_the_same() {
        var run = oneClick();
        List<Runnable> cells = List.of(
                () -> run.at("second", click(2)),
                () -> run.at("failure", past -> {
                    var checkpoint = past.checkpoint();
                    past.send("clicks", new Click("bob", 3, 3));
                    past.settle();
                    past.fail("sum", 0);
                    past.restore(checkpoint);
                }),
                () -> run.at("end", past -> {
                    past.finish("clicks");
                    past.runToEnd();
                }));
        cells.forEach(Runnable::run);
        String first = stand(run);
        cells.forEach(Runnable::run);
        assertThat(stand(run)).isEqualTo(first);
        assertThat(run.branches()).hasSize(1);
    }

    @Test
    void a_cell_that_was_changed_begins_a_branch_and_its_first_form_is_still_there() {
        var run = oneClick();
        run.at("here", click(2));
        String first = Look.at(run);
        run.at("here", click(5));
        String second = stand(run);
        assertThat(run.branches()).hasSize(2);
        run.at("here", click(2));
        assertThat(Look.at(run)).isEqualTo(first);
        run.at("here", click(5));
        assertThat(stand(run)).isEqualTo(second);
        assertThat(run.branches()).hasSize(2);
    }

    @Test
    void acting_at_a_mark_in_the_past_leaves_what_came_after_it() {
        var run = oneClick();
        run.mark("before the second");
        click(2).accept(run);
        String main = Look.at(run);
        run.at("before the second", click(2));
        assertThat(run.branches()).hasSize(2);
        String branch = stand(run);
        run.at("before the second", click(2));
        assertThat(stand(run)).isEqualTo(branch);
        run.switchTo("main");
        assertThat(Look.at(run)).isEqualTo(main);
    }

    @Test
    void a_mark_holds_what_was_sent_before_it() {
        var run = oneClick();
        run.send("clicks", new Click("ann", 2, 10));
        run.mark("sent");
        run.settle();
        run.at("sent", past -> {
            past.finish("clicks");
            past.runToEnd();
        });
        assertThat(run.output(Pipelines.SUMS).get(0).value()).isEqualTo(11);
    }

    @Test
    void a_longer_walk_at_a_mark_does_not_meet_what_was_done_later() {
        var run = oneClick();
        run.at("walk", past -> past.step());
        click(100).accept(run);
        run.at("walk", past -> {
            past.finish("clicks");
            past.runToEnd();
        });
        assertThat(run.output(Pipelines.SUMS).get(0).value()).isEqualTo(1);
    }

    @Test
    void a_mark_can_be_moved() {
        var run = oneClick();
        run.mark("here");
        click(2).accept(run);
        run.mark("here");
        run.seek(0);
        run.at("here", past -> {});
        assertThat(run.stepNumber()).isEqualTo(run.lastStep());
    }
}
