package dev.tidemark.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.operator.Redistribution;
import dev.tidemark.engine.timeline.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** State of an operator outside of keys at a restart: statement 118. */
class RedistributionTest {
    @Test
    void split_state_stays_where_it_is_at_the_same_parallelism() {
        Run run = kept(Redistribution.SPLIT, 2, "0a", "1b", "1c", "1d");
        run.restore(run.checkpoint());
        assertThat(asked(run, 2)).containsExactly("0 keeps [a]", "1 keeps [b, c, d]");
    }

    @Test
    @Statement(118)
    void split_state_is_dealt_out_in_runs_the_first_ones_longer() {
        Run run = kept(Redistribution.SPLIT, 2, "0a", "0b", "0c", "1d", "1e");
        run.restore(run.checkpoint(), 3);
        assertThat(asked(run, 3)).containsExactly("0 keeps [a, b]", "1 keeps [c, d]", "2 keeps [e]");
    }

    @Test
    void split_state_comes_together_in_fewer_subtasks() {
        Run run = kept(Redistribution.SPLIT, 3, "0a", "1b", "2c");
        run.restore(run.checkpoint(), 1);
        assertThat(asked(run, 1)).containsExactly("0 keeps [a, b, c]");
    }

    @Test
    void fewer_entries_than_subtasks_leave_some_with_none() {
        Run run = kept(Redistribution.SPLIT, 1, "0a");
        run.restore(run.checkpoint(), 2);
        assertThat(asked(run, 2)).containsExactly("0 keeps [a]", "1 keeps []");
    }

    @Test
    @Statement(118)
    void union_state_goes_whole_to_every_subtask() {
        Run run = kept(Redistribution.UNION, 2, "0a", "1b");
        run.restore(run.checkpoint(), 3);
        assertThat(asked(run, 3)).containsExactly("0 keeps [a, b]", "1 keeps [a, b]", "2 keeps [a, b]");
    }

    @Test
    void union_state_is_united_at_the_same_parallelism_too() {
        Run run = kept(Redistribution.UNION, 2, "0a", "1b");
        run.restore(run.checkpoint());
        assertThat(asked(run, 2)).containsExactly("0 keeps [a, b]", "1 keeps [a, b]");
    }

    @Test
    @Statement(118)
    void broadcast_state_is_a_copy_of_one_subtasks() {
        Run run = kept(Redistribution.BROADCAST, 2, "0a", "1b");
        run.restore(run.checkpoint(), 3);
        assertThat(asked(run, 3)).containsExactly("0 keeps [a]", "1 keeps [b]", "2 keeps [a]");
    }

    @Test
    void what_comes_behind_the_barrier_is_not_in_the_checkpoint() {
        Run run = kept(Redistribution.SPLIT, 1, "0a");
        Checkpoint checkpoint = run.checkpoint();
        run.send("in", "0b");
        run.settle();
        run.restore(checkpoint);
        assertThat(asked(run, 1)).as("b is read again, once").containsExactly("0 keeps [a, b]");
    }

    @Test
    void an_operator_that_refuses_its_state_is_named() {
        Run run = kept(Redistribution.SPLIT, 1, "0poison");
        Checkpoint checkpoint = run.checkpoint();
        assertThatThrownBy(() -> run.restore(checkpoint))
                .hasMessageContaining("operator 'keep', subtask 0, while it took over its state from a checkpoint: "
                        + "IllegalStateException: poisoned");
    }

    private static Run kept(Redistribution redistribution, int parallelism, String... words) {
        Run run = Simulation.of(Keeping.topology(redistribution), SimulationOptions.DEFAULT.parallelism(parallelism));
        for (String word : words) {
            run.send("in", word);
            run.settle();
        }
        return run;
    }

    private static List<Object> asked(Run run, int parallelism) {
        for (int i = 0; i < parallelism; i++) {
            run.send("in", i + "?");
            run.settle();
        }
        return run.output("out").stream().map(each -> each.value()).toList();
    }
}
