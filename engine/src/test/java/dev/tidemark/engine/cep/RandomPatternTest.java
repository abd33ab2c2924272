package dev.tidemark.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.timeline.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomPatternTest {
    private static final SimulationOptions OPTIONS = SimulationOptions.DEFAULT.startAt(Instant.EPOCH);

    @Test
    @Statement({127, 128, 129, 131})
    void random_patterns_find_what_flink_finds() throws IOException {
        List<String> flink = flinkOutcomes();
        List<String> differing = new ArrayList<>();
        for (int seed = 0; seed < flink.size(); seed++) {
            String ours = outcome(PatternCase.of(seed));
            if (!flink.get(seed).equals("-") && !flink.get(seed).equals(ours)) {
                differing.add(seed + ": " + ours + " and not " + flink.get(seed));
            }
        }
        assertThat(flink).hasSizeGreaterThan(2000);
        assertThat(differing).isEmpty();
    }

    private static String outcome(PatternCase each) {
        try {
            return Integer.toHexString(CaseRun.outcome(each).toString().hashCode());
        } catch (IllegalArgumentException e) {
            return "refused";
        } catch (SimulationFailed e) {
            return "fails";
        }
    }

    private static List<String> flinkOutcomes() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                RandomPatternTest.class.getResourceAsStream("/dev/tidemark/engine/cep/flink-outcomes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .toList();
        }
    }

    @Test
    void snapshot_restored_after_each_step_changes_nothing() {
        assertUnchanged(cases(0), OPTIONS, (run, step) -> run.restore(run.snapshot()));
    }

    @Test
    void checkpoint_restored_after_each_step_changes_nothing() {
        Stream<PatternCase> cases = cases(2000).filter(PatternCase::eventTime);
        assertUnchanged(cases, OPTIONS.keepWatermarks(true), (run, step) -> run.restore(run.checkpoint()));
    }

    @Test
    void rescaling_after_each_step_changes_nothing() {
        Stream<PatternCase> cases = cases(4000).filter(PatternCase::eventTime);
        assertUnchanged(
                cases,
                OPTIONS.keepWatermarks(true).parallelism(3),
                (run, step) -> run.restore(run.checkpoint(), 1 + step % 4));
    }

    /** Some cases that are built and do not fail. */
    private static Stream<PatternCase> cases(long from) {
        return LongStream.range(from, from + 150).mapToObj(PatternCase::of).filter(each -> !List.of("refused", "fails")
                .contains(outcome(each)));
    }

    private static void assertUnchanged(
            Stream<PatternCase> cases, SimulationOptions options, BiConsumer<Simulation, Integer> trouble) {
        cases.forEach(each -> {
            Pipeline pipeline = CaseRun.pipeline(each);
            Simulation run = Simulation.of(pipeline.build(), options);
            List<Integer> steps = new ArrayList<>();
            CaseRun.drive(each.script(), run, () -> {
                trouble.accept(run, steps.size());
                run.settle();
                steps.add(steps.size());
            });
            Map<String, List<String>> undisturbed = CaseRun.outcome(each);
            assertThat(CaseRun.outcome(run)).as(each.toString()).isEqualTo(undisturbed);
        });
    }
}
