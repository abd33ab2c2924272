package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.TranscriptLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    private static RandomRun driven(long seed) {
        RandomRun random = new RandomRun(seed);
        random.drive(300);
        random.run().step(400);
        random.run().seek(random.run().lastStep() / 3);
        random.run().send("hand", "p", new Pipelines.Click("u1", 3, 4)); // another branch
        random.run().step(500);
        return random;
    }

    private static List<Step> all(RecordedRun run) {
        run.seek(run.lastStep());
        List<Step> steps = new ArrayList<>();
        run.retell(steps::add);
        return steps;
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64, 65, 66})
    void the_step_at_a_time_is_the_last_that_the_clock_had_done(long seed) {
        RecordedRun run = driven(seed).run();
        List<Step> all = all(run);
        long first = all.get(0).clockMillis();
        long last = all.get(all.size() - 1).clockMillis();
        for (int i = -1; i <= 20; i++) {
            long time = first + (last - first) * i / 19;
            run.seekTime(Instant.ofEpochMilli(time));
            long expected = all.stream()
                    .filter(step -> step.clockMillis() <= time)
                    .mapToLong(Step::number)
                    .max()
                    .orElse(0);
            assertThat(run.stepNumber()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73, 74, 75, 76, 77, 78})
    void the_step_at_a_watermark_is_the_first_that_had_reached_it(long seed) {
        RecordedRun run = driven(seed).run();
        List<Long> watermarks = new ArrayList<>();
        for (long step = 0; step <= run.lastStep(); step++) {
            run.seek(step);
            watermarks.add(run.watermark());
        }
        for (long time = 0; time < 100_000; time += 7_000) {
            long goal = time;
            String text = Instant.ofEpochMilli(time).toString();
            int expected =
                    watermarks.stream().map(each -> each >= goal).toList().indexOf(true);
            if (expected < 0) {
                assertThatThrownBy(() -> run.seekWatermark(text))
                        .hasMessage("seekWatermark(" + text + "): on branch '" + "branch-1"
                                + "' the watermark never got there; runToWatermark moves on from its end");
            } else {
                run.seekWatermark(text);
                assertThat(run.stepNumber()).isEqualTo(Math.max(1, expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void a_line_of_the_transcript_is_found(long seed) {
        RecordedRun run = driven(seed).run();
        long line = 0;
        for (Step step : all(run)) {
            for (int i = 0; i < TranscriptLine.of(step).size(); i++) {
                run.seekLine(++line);
                assertThat(run.stepNumber()).isEqualTo(step.number());
            }
        }
        long lines = line;
        assertThat(lines).isPositive();
        assertThatThrownBy(() -> run.seekLine(lines + 1))
                .hasMessage(
                        "seekLine(" + (lines + 1) + "): the transcript of branch 'branch-1' has lines 1 to " + lines);
        assertThatThrownBy(() -> run.seekLine(0)).hasMessageContaining("has lines 1 to " + lines);
    }

    @Test
    void a_percentage_is_a_share_of_the_steps() {
        RecordedRun run = driven(91).run();
        run.seekPercent(50);
        assertThat(run.stepNumber()).isEqualTo(Math.round(run.lastStep() * 0.5));
        run.seekPercent(100);
        assertThat(run.stepNumber()).isEqualTo(run.lastStep());
        run.seekPercent(0);
        assertThat(run.stepNumber()).isZero();
        assertThatThrownBy(() -> run.seekPercent(Double.NaN)).hasMessage("seekPercent(NaN): it must lie in [0, 100]");
    }
}
