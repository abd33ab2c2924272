package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EarthquakesTest {
    private static RecordedRun start() {
        return TimeTravel.start(
                Pipelines.earthquakes(), options -> options.parallelism(2).seed(7));
    }

    @Test
    void the_whole_week_is_the_same_at_every_step_that_is_visited_again() {
        var run = start();
        List<Long> digests = new ArrayList<>(List.of(run.digest()));
        List<Integer> results = new ArrayList<>(List.of(0));
        while (run.step().count() > 0) {
            digests.add(run.digest());
            results.add(run.output("strongest").size());
        }
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            int step = random.nextInt(digests.size());
            run.seek(step);
            assertThat(run.digest()).isEqualTo(digests.get(step));
            assertThat(run.output("strongest")).hasSize(results.get(step));
        }
    }

    @Test
    void the_contents_of_the_first_steps_are_the_same_each_time() {
        var run = start().verify(Verification.EVERY_STEP);
        List<String> contents = new ArrayList<>(List.of(run.contentDigest()));
        for (int i = 0; i < 400; i++) {
            run.step();
            contents.add(run.contentDigest());
        }
        for (int step = 400; step >= 0; step -= 7) {
            run.seek(step);
            assertThat(run.contentDigest()).isEqualTo(contents.get(step));
        }
        run.step(run.lastStep() - run.stepNumber());
        assertThat(run.contentDigest()).isEqualTo(contents.get(400));
    }

    @Test
    void a_week_with_a_crash_is_replayed_with_its_crash() {
        var run = start().verify(Verification.EVERY_STEP);
        run.runToWatermark("2018-01-31T06:00:00Z");
        var checkpoint = run.checkpoint();
        run.runToWatermark("2018-01-31T18:00:00Z");
        run.fail("strongest per net", 0);
        run.restore(checkpoint, 3);
        run.runToEnd();
        String end = Look.at(run);
        long last = run.lastStep();
        run.seek(checkpoint.step());
        run.step(last - checkpoint.step());
        assertThat(Look.at(run)).isEqualTo(end);
        assertThat(run.branches()).hasSize(1);
    }
}
