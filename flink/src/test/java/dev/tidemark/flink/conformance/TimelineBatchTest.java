package dev.tidemark.flink.conformance;

import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineFiles;
import dev.tidemark.engine.timeline.TimelinePipelines;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.FlinkCase;
import dev.tidemark.flink.FlinkRun;
import dev.tidemark.flink.FlinkRunner;
import dev.tidemark.flink.referee.Flinks;
import dev.tidemark.flink.referee.Verdict;
import dev.tidemark.flink.referee.WrittenVerdicts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every timeline of a batch on a cluster of Flink's as a batch, all in one job: the same results in the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineBatchTest {
    private final List<Verdict> verdicts = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> flink_agrees_with() {
        List<Timeline> asked = new ArrayList<>();
        List<FlinkCase> cases = new ArrayList<>();
        for (Timeline timeline : TimelineFiles.all()) {
            Topology topology = TimelinePipelines.named(timeline.pipeline()).build();
            String why = whyNot(timeline);
            if (why.isEmpty()) {
                asked.add(timeline);
                cases.add(new FlinkCase(topology, TimelineScript.of(timeline, topology)));
            } else if (timeline.mode() == RuntimeMode.BATCH) {
                verdicts.add(
                        new Verdict(timeline.name(), timeline.statements().toString(), Verdict.Says.NOT_ASKED, why));
            }
        }
        List<FlinkRun> runs = new ArrayList<>();
        try (FlinkRunner flink = FlinkRunner.local(1)) {
            runs.addAll(flink.mode(RuntimeMode.BATCH).runAll(cases));
        }
        return IntStream.range(0, asked.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        asked.get(i).name(),
                        () -> check(asked.get(i), cases.get(i).topology(), runs.get(i))));
    }

    private static String whyNot(Timeline timeline) {
        if (timeline.mode() != RuntimeMode.BATCH) {
            return "it is a stream";
        }
        if (timeline.pipeline().contains("processing time")) {
            return "it uses processing time";
        }
        return "";
    }

    private void check(Timeline timeline, Topology topology, FlinkRun run) {
        Verdict verdict = Verdict.of(
                timeline.name(),
                timeline.statements().toString(),
                TimelineOutcomes.onEngine(timeline, topology).flat(),
                TimelineOutcomes.settled(
                        Flinks.of(topology, run, timeline.sections().size(), false)
                                .sections(),
                        topology),
                TimelineOutcomes.lane(timeline));
        verdicts.add(verdict);
        KnownDifferences.check(verdict);
    }

    @AfterAll
    void write() throws IOException {
        WrittenVerdicts.check(
                TimelineBatchTest.class,
                verdicts.stream().map(Verdict::withoutOrder).toList(),
                KnownDifferences.older());
    }
}
