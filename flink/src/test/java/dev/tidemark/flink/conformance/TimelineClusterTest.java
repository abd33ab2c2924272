package dev.tidemark.flink.conformance;

import dev.tidemark.engine.operator.AssignWatermarksSpec;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineFiles;
import dev.tidemark.engine.timeline.TimelinePipelines;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.flink.FlinkCase;
import dev.tidemark.flink.FlinkRun;
import dev.tidemark.flink.FlinkRunner;
import dev.tidemark.flink.referee.Flinks;
import dev.tidemark.flink.referee.Outcomes;
import dev.tidemark.flink.referee.Verdict;
import dev.tidemark.flink.referee.WrittenVerdicts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every timeline that needs no clock on a cluster of Flink's, all in one job: after each line the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineClusterTest {
    /** The statements about times to live, which are in processing time. */
    private static final Set<Integer> TTL = Set.of(106, 107, 108, 109, 110, 111);

    private final List<Verdict> verdicts = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> flink_agrees_with() {
        List<Timeline> asked = new ArrayList<>();
        List<Topology> topologies = new ArrayList<>();
        for (Timeline file : TimelineFiles.all()) {
            Topology topology = TimelinePipelines.named(file.pipeline()).build();
            Timeline timeline = ended(file, topology);
            String why = whyNot(file, topology);
            if (why.isEmpty()) {
                asked.add(timeline);
                topologies.add(topology);
            } else {
                verdicts.add(
                        new Verdict(timeline.name(), timeline.statements().toString(), Verdict.Says.NOT_ASKED, why));
            }
        }
        List<FlinkCase> cases = IntStream.range(0, asked.size())
                .mapToObj(i -> new FlinkCase(topologies.get(i), TimelineScript.of(asked.get(i), topologies.get(i))))
                .toList();
        List<FlinkRun> runs = new ArrayList<>();
        try (FlinkRunner flink = FlinkRunner.local(1)) {
            runs.addAll(flink.runAll(cases));
        }
        return IntStream.range(0, asked.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        asked.get(i).name(), () -> check(asked.get(i), topologies.get(i), runs.get(i))));
    }

    private void check(Timeline timeline, Topology topology, FlinkRun run) {
        boolean lineByLine = TimelineScript.of(timeline, topology).senders(false) > 1;
        Outcomes engine = TimelineOutcomes.onEngine(timeline, topology);
        Outcomes flink = Flinks.of(topology, run, timeline.sections().size(), lineByLine);
        Verdict verdict = Verdict.of(
                timeline.name(),
                timeline.statements().toString(),
                lineByLine ? engine.withoutClock() : engine.flat(),
                TimelineOutcomes.settled(flink.sections(), topology),
                TimelineOutcomes.lane(timeline));
        verdicts.add(verdict);
        KnownDifferences.check(verdict);
    }

    /** The timeline with the end of every source behind it, since on a cluster a job ends. */
    private static Timeline ended(Timeline timeline, Topology topology) {
        List<Timeline.Section> sections = new ArrayList<>(timeline.sections());
        long now = sections.get(sections.size() - 1).input().clockMillis();
        for (var node : topology.nodes()) {
            boolean open = sections.stream()
                    .map(Timeline.Section::input)
                    .noneMatch(input -> input.kind() == TranscriptLine.Kind.END
                            && input.source().equals(node.name()));
            if (node.role() instanceof Role.SourceRole && open) {
                sections.add(new Timeline.Section(
                        new TranscriptLine(now, node.name(), TranscriptLine.Kind.END, "", Long.MIN_VALUE), List.of()));
            }
        }
        return timeline.with(sections);
    }

    /** Why a cluster, whose clock hangs on the wall, can't be asked; empty if it can. */
    private static String whyNot(Timeline timeline, Topology topology) {
        String unasked = Unasked.why(timeline);
        if (!unasked.isEmpty()) {
            return unasked;
        }
        for (var node : topology.nodes()) {
            if (node.kind().equals("async")) {
                return "its calls take their time by the clock";
            }
            if (node.role() instanceof Role.SourceRole source
                    && source.watermarks().alignment() != null) {
                return "its sources wait for each other by the clock";
            }
            if (node.role() instanceof Role.SourceRole source && probed(source.watermarks())) {
                return "its watermarks are probed by the clock";
            }
            if (node.role() instanceof Role.OperatorRole operator
                    && operator.spec() instanceof AssignWatermarksSpec assigned
                    && probed(assigned.watermarks())) {
                return "its watermarks are probed by the clock";
            }
            if (node.description().contains("sessions") && node.sides().containsKey("panes")) {
                return "panes of windows that merge are refused";
            }
        }
        for (Timeline.Section section : timeline.sections()) {
            if (section.input().kind() == TranscriptLine.Kind.JUMP
                    || section.input().value().contains("processing")
                    || section.out().stream()
                            .anyMatch(line ->
                                    line.clockMillis() != section.input().clockMillis())) {
                return "something happens by the clock";
            }
        }
        return timeline.pipeline().contains("processing time")
                        || timeline.statements().stream().anyMatch(TTL::contains)
                ? "it uses processing time"
                : "";
    }

    private static boolean probed(Watermarks<?> watermarks) {
        return watermarks.movesByItself() && !watermarks.isPerEvent();
    }

    @AfterAll
    void write() throws IOException {
        WrittenVerdicts.check(
                TimelineClusterTest.class,
                verdicts.stream().map(Verdict::withoutOrder).toList(),
                KnownDifferences.older());
    }
}
