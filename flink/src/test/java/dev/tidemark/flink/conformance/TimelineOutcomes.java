package dev.tidemark.flink.conformance;

import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.timeline.Fired;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineMode;
import dev.tidemark.engine.timeline.TimelineRun;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.window.WindowSpec;
import dev.tidemark.flink.bench.Bench;
import dev.tidemark.flink.referee.EngineProgress;
import dev.tidemark.flink.referee.Flinks;
import dev.tidemark.flink.referee.Outcome;
import dev.tidemark.flink.referee.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What comes out of a timeline on the engine and on Flink's operators. */
final class TimelineOutcomes {
    private TimelineOutcomes() {}

    /** On the engine, with one subtask. */
    static Outcomes onEngine(Timeline timeline, Topology topology) {
        TimelineRun run = TimelineRun.of(timeline, topology, TimelineMode.PLAIN, SimulationOptions.DEFAULT);
        EngineProgress progress = new EngineProgress(run.run());
        List<Outcome> all = progress.section();
        List<List<Outcome>> sections = new ArrayList<>();
        int from = 0;
        for (Timeline.Section section : run.happened()) {
            int to = from + (int) section.out().stream().filter(progress::tells).count();
            sections.add(all.subList(from, to));
            from = to;
        }
        return settled(sections, topology);
    }

    /** On Flink's operators in this thread, with the clock of the timeline. */
    @SuppressWarnings("try") // as the bench itself
    static Outcomes onBench(Timeline timeline, Topology topology) throws Exception {
        List<List<Outcome>> sections = new ArrayList<>();
        try (Bench bench = Bench.of(topology, TimelineScript.of(timeline, topology), timeline.startMillis())) {
            for (int i = 0; i < timeline.sections().size(); i++) {
                TranscriptLine input = timeline.sections().get(i).input();
                boolean jump = input.kind() == TranscriptLine.Kind.JUMP;
                if (!jump) {
                    walk(bench, input.clockMillis());
                }
                if (i > 0) {
                    sections.add(Flinks.section(bench));
                }
                if (jump) {
                    bench.jump(input.clockMillis());
                }
                bench.line(i);
            }
            walk(bench, lastMillis(timeline));
            sections.add(Flinks.section(bench));
        }
        return settled(sections, topology);
    }

    private static void walk(Bench bench, long toMillis) throws Exception {
        if (toMillis > bench.now()) {
            bench.walk(toMillis);
        }
    }

    private static long lastMillis(Timeline timeline) {
        Timeline.Section last = timeline.sections().get(timeline.sections().size() - 1);
        return last.out().isEmpty()
                ? last.input().clockMillis()
                : last.out().get(last.out().size() - 1).clockMillis();
    }

    /** What is in one order: all of a key, unless the timeline says that not even that is. */
    static Function<Outcome, String> lane(Timeline timeline) {
        return timeline.order() == Timeline.Order.MULTISET ? Outcome::toString : Outcome::ofKey;
    }

    /** What has no order in Flink, the elements of windows that merged, is put in one. */
    static Outcomes settled(List<List<Outcome>> sections, Topology topology) {
        boolean merging = topology.nodes().stream()
                .anyMatch(node -> node.role() instanceof Role.OperatorRole operator
                        && operator.spec() instanceof WindowSpec windows
                        && windows.assigner().merging());
        return new Outcomes(
                merging
                        ? sections.stream()
                                .map(section -> section.stream()
                                        .map(TimelineOutcomes::sorted)
                                        .toList())
                                .toList()
                        : sections);
    }

    private static Outcome sorted(Outcome outcome) {
        if (!outcome.value().startsWith("Fired(")) {
            return outcome;
        }
        Fired fired = (Fired) Objects.requireNonNull(ValueText.parse(outcome.value(), Fired.class));
        List<Long> values = new ArrayList<>(fired.values());
        values.sort(null);
        return new Outcome(
                outcome.operator(),
                outcome.late(),
                ValueText.print(new Fired(fired.key(), fired.start(), fired.end(), values)),
                outcome.timestamp(),
                outcome.watermark(),
                outcome.clockMillis());
    }
}
