package dev.tidemark.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.Steps;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.view.ChannelRow;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BarrierTest {
    private static Simulation run(long seed) {
        return Simulation.of(Sums.pipeline(), options -> options.parallelism(2)
                .schedule(Schedule.seeded(seed).quantum(1)));
    }

    private static void sendMany(Simulation run) {
        for (int i = 0; i < 20; i++) {
            run.send("in", i % 2 == 0 ? "p" : "q", new Sums.Amount("k" + i % 5, i), Instant.ofEpochMilli(i));
        }
    }

    @Test
    @Statement(141)
    void a_channel_that_delivered_the_barrier_is_blocked_until_all_have() {
        boolean seen = false;
        for (long seed = 0; seed < 20; seed++) {
            Simulation run = run(seed);
            sendMany(run);
            run.step(5);
            run.triggerCheckpoint();
            while (run.checkpoints().isEmpty()) {
                run.step();
                for (ChannelRow channel : run.channels()) {
                    if (channel.blocked()) {
                        seen = true;
                        int waiting = channel.inFlight().size();
                        Steps steps = run.step();
                        run.channels().stream()
                                .filter(each -> each.from().equals(channel.from())
                                        && each.to().equals(channel.to()))
                                .filter(ChannelRow::blocked)
                                .forEach(each -> assertThat(each.inFlight().size())
                                        .as(steps.toString())
                                        .isGreaterThanOrEqualTo(waiting));
                    }
                }
            }
        }
        assertThat(seen).as("some channel was blocked").isTrue();
    }

    @Test
    @Statement({141, 153})
    void state_is_that_before_the_barrier_wherever_it_falls() {
        for (long seed = 0; seed < 40; seed++) {
            Simulation undisturbed = run(seed);
            sendMany(undisturbed);
            undisturbed.finish("in");
            undisturbed.runToEnd();
            Simulation crashed = run(seed);
            sendMany(crashed);
            crashed.finish("in");
            crashed.step(1 + seed);
            Checkpoint checkpoint = crashed.checkpoint();
            crashed.step(seed % 7 + 1);
            crashed.fail("sum", 0);
            crashed.restore(checkpoint, 1 + (int) (seed % 4));
            crashed.runToEnd();
            assertThat(Sums.out(crashed)).as("seed " + seed).hasSameElementsAs(Sums.out(undisturbed));
            assertThat(Sums.out(crashed)).hasSameSizeAs(Sums.out(undisturbed));
        }
    }

    /** A source whose end is on its way has no place for a barrier any more. */
    @Test
    void a_checkpoint_completes_at_every_step_of_the_end_of_input() {
        for (long seed = 0; seed < 10; seed++) {
            for (int steps = 0; steps < 40; steps++) {
                Simulation run = run(seed);
                sendMany(run);
                run.settle();
                run.finish("in");
                for (int i = 0; i < steps; i++) {
                    run.doStep();
                }
                assertThat(run.checkpoint().id()).isEqualTo(1);
                run.restore(run.checkpoint());
                run.runToEnd();
                assertThat(run.finished()).isTrue();
                assertThat(Sums.out(run)).hasSize(10);
            }
        }
    }

    @Test
    @Statement(144)
    void a_barrier_that_starts_after_the_source_has_ended_comes_from_nobody() {
        Simulation run = run(1);
        run.finish("in");
        run.runUntil(step -> step.happening() instanceof Happening.SourceEnded);
        run.triggerCheckpoint();
        run.runToEnd();
        assertThat(run.checkpoints()).hasSize(1);
    }
}
