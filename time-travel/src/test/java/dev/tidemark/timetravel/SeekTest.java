package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeekTest {
    private static List<Long> shuffledSteps(RandomRun random) {
        List<Long> steps = new ArrayList<>();
        for (long step = 0; step <= random.run().lastStep(); step++) {
            steps.add(step);
        }
        Collections.shuffle(steps, random.random());
        return steps;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void after_a_seek_everything_is_as_it_was_the_first_time(long seed) {
        RandomRun random = new RandomRun(seed);
        random.run().verify(Verification.EVERY_STEP);
        random.drive(180);
        for (long step : shuffledSteps(random)) {
            random.run().seek(step);
            assertThat(Look.at(random.run())).isEqualTo(random.look(step));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void steps_after_a_seek_are_the_steps_of_the_first_time(long seed) {
        RandomRun random = new RandomRun(seed);
        random.drive(180);
        long last = random.run().lastStep();
        for (long step : shuffledSteps(random).subList(0, 40)) {
            random.run().seek(step);
            for (long next = step + 1; next <= Math.min(last, step + 20); next++) {
                assertThat(random.run().step().steps()).first().hasToString(random.step(next));
            }
        }
        random.run().seek(0);
        random.run().step(last);
        assertThat(Look.at(random.run())).isEqualTo(random.look(last));
    }

    @Test
    void going_back_and_forward_at_the_end_changes_nothing_that_comes_later() {
        RandomRun undisturbed = new RandomRun(31);
        undisturbed.drive(100);
        undisturbed.run().step(300);
        RandomRun disturbed = new RandomRun(31);
        disturbed.drive(100);
        disturbed.run().back(50);
        disturbed.run().step(20);
        disturbed.run().seek(disturbed.run().lastStep());
        disturbed.run().step(300);
        assertThat(Look.at(disturbed.run())).isEqualTo(Look.at(undisturbed.run()));
    }

    @Test
    void what_was_sent_at_the_last_step_is_there_when_stepping_reaches_it_again() {
        var run = TimeTravel.start(Pipelines.sums());
        run.send("clicks", new Pipelines.Click("ann", 1, 1));
        run.step();
        run.send("clicks", new Pipelines.Click("ann", 2, 2));
        run.back();
        assertThat(run.partitions().get(0).waiting()).isZero();
        run.step();
        assertThat(run.partitions().get(0).waiting()).isEqualTo(1);
        assertThat(run.send("clicks", new Pipelines.Click("ann", 3, 3)).note()).isEmpty();
        assertThat(run.branches()).hasSize(1);
        run.advanceWatermark("clicks", "1970-01-01T00:00:10Z");
        run.runToEnd();
        assertThat(run.output(Pipelines.SUMS).get(0).value()).isEqualTo(6);
    }

    @Test
    void a_run_to_a_watermark_from_the_past_goes_on_behind_the_recording() {
        var run = TimeTravel.start(
                Pipelines.earthquakes(), options -> options.parallelism(2).seed(7));
        run.runToWatermark("2018-01-31T12:00:00Z");
        long recorded = run.lastStep();
        run.seek(10);
        run.runToWatermark("2018-01-31T18:00:00Z");
        assertThat(run.stepNumber()).isGreaterThan(recorded);
        var straight = TimeTravel.start(
                Pipelines.earthquakes(), options -> options.parallelism(2).seed(7));
        straight.step(run.stepNumber());
        assertThat(Look.at(run)).isEqualTo(Look.at(straight));
    }
}
