package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationInterrupted;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class MovingTest {
    @Test
    void interrupt_stops_at_the_edge_of_a_step_and_the_run_goes_on() {
        Simulation run = Word.run();
        run.send("words", Word.HELLO);
        Thread.currentThread().interrupt();
        assertThatThrownBy(run::runToEnd)
                .isInstanceOf(SimulationInterrupted.class)
                .hasMessage("interrupted after step 0; the run is intact and can go on");
        run.runToEnd();
        assertThat(run.output("out")).hasSize(1);
    }

    @Test
    void too_many_steps_in_one_move() {
        Simulation run = Simulation.of(Word.collected(), options -> options.maxSteps(3));
        for (int i = 0; i < 5; i++) {
            run.send("words", Word.HELLO);
        }
        assertThatThrownBy(run::settle)
                .hasMessage("the run did 3 steps in one move and gave up; raise maxSteps if that is what it should do");
        run.settle();
        assertThat(run.output("out")).hasSize(5);
    }

    @Test
    void second_thread_in_a_run_is_refused() {
        Pipeline pipeline = Pipeline.create("words");
        CompletableFuture<Simulation> made = new CompletableFuture<>();
        Word.words(pipeline).collect("out");
        Simulation run = Simulation.of(pipeline);
        made.complete(run);
        run.send("words", Word.HELLO);
        String caller = Thread.currentThread().getName();
        assertThatThrownBy(() -> run.runUntil(step -> {
                    CompletableFuture.runAsync(() -> made.join().step()).join();
                    return true;
                }))
                .isInstanceOf(CompletionException.class)
                .cause()
                .hasMessageContaining("called a run in which thread '" + caller + "' is at work; one thread at a time");
    }
}
