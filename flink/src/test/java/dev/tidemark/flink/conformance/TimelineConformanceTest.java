package dev.tidemark.flink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineFiles;
import dev.tidemark.engine.timeline.TimelinePipelines;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.referee.Verdict;
import dev.tidemark.flink.referee.WrittenVerdicts;
import dev.tidemark.flink.translate.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every timeline on Flink's operators, its clock included: after each line the same results and the same late elements,
 * at the same time of the clock, with the same timestamps and watermarks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineConformanceTest {
    /** Timelines that Flink can't be asked about: the closed list of what is refused. */
    private static final List<String> REFUSED = List.of("sessions/firings-of-merged-sessions");

    private final List<Verdict> verdicts = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> flink_agrees_with() {
        return TimelineFiles.all().stream()
                .map(timeline -> DynamicTest.dynamicTest(timeline.name(), () -> {
                    Verdict verdict = ask(timeline);
                    verdicts.add(verdict);
                    KnownDifferences.check(verdict);
                    assertThat(verdict.says() == Verdict.Says.NOT_ASKED)
                            .as(verdict.detail())
                            .isEqualTo(REFUSED.contains(timeline.name())
                                    || !Unasked.why(timeline).isEmpty());
                }));
    }

    private static Verdict ask(Timeline timeline) throws Exception {
        Topology topology = TimelinePipelines.named(timeline.pipeline()).build();
        String statements = timeline.statements().toString();
        String unasked = Unasked.why(timeline);
        if (!unasked.isEmpty()) {
            return new Verdict(timeline.name(), statements, Verdict.Says.NOT_ASKED, unasked);
        }
        try {
            return Verdict.of(
                    timeline.name(),
                    statements,
                    TimelineOutcomes.onEngine(timeline, topology),
                    TimelineOutcomes.onBench(timeline, topology),
                    TimelineOutcomes.lane(timeline));
        } catch (Refusal refusal) {
            return new Verdict(
                    timeline.name(), statements, Verdict.Says.NOT_ASKED, String.valueOf(refusal.getMessage()));
        }
    }

    @AfterAll
    void write() throws IOException {
        WrittenVerdicts.check(TimelineConformanceTest.class, verdicts, KnownDifferences.older());
    }
}
