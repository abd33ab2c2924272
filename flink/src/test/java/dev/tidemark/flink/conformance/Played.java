package dev.tidemark.flink.conformance;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineMode;
import dev.tidemark.engine.timeline.TimelinePipelines;
import dev.tidemark.engine.timeline.TimelineRun;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.window.WindowSpec;
import dev.tidemark.flink.FlinkRun;
import dev.tidemark.flink.Received;
import dev.tidemark.flink.bench.Bench;
import dev.tidemark.flink.bench.Noted;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a timeline, line by line.
 *
 * @param sections one for each input line
 */
record Played(List<List<Outcome>> sections) {
    /** On the engine, with one subtask. */
    static Played onEngine(Timeline timeline) {
        Topology topology = TimelinePipelines.named(timeline.pipeline()).build();
        TimelineRun run = TimelineRun.of(timeline, topology, TimelineMode.PLAIN, SimulationOptions.DEFAULT);
        boolean merging = merging(topology);
        List<List<Outcome>> sections = new ArrayList<>();
        var emitted = new java.util.TreeMap<String, java.util.Iterator<Emission<Object>>>();
        for (Node node : topology.nodes()) {
            if (node.role() instanceof Role.SinkRole) {
                emitted.put(node.name(), run.run().output(node.name()).iterator());
            }
        }
        for (Timeline.Section section : run.happened()) {
            List<Outcome> out = new ArrayList<>();
            for (TranscriptLine line : section.out()) {
                if (line.kind() == TranscriptLine.Kind.LATE) {
                    out.add(new Outcome(line.subject(), true, line.value(), line.timestamp(), 0));
                } else {
                    Emission<Object> emission = java.util.Objects.requireNonNull(emitted.get(line.subject()))
                            .next();
                    out.add(Outcome.of(
                            line.subject(),
                            false,
                            emission.value(),
                            emission.timestamp(),
                            emission.watermark(),
                            merging));
                }
            }
            sections.add(out);
        }
        return new Played(sections);
    }

    /** On Flink's operators in this thread, with the clock of the timeline. */
    @SuppressWarnings("try") // as the bench itself
    static Played onBench(Timeline timeline) throws Exception {
        Topology topology = TimelinePipelines.named(timeline.pipeline()).build();
        boolean merging = merging(topology);
        List<List<Outcome>> sections = new ArrayList<>();
        try (Bench bench = Bench.of(topology, TimelineScript.of(timeline, topology), timeline.startMillis())) {
            for (int i = 0; i < timeline.sections().size(); i++) {
                TranscriptLine input = timeline.sections().get(i).input();
                boolean jump = input.kind() == TranscriptLine.Kind.JUMP;
                if (!jump) {
                    walk(bench, input.clockMillis());
                }
                if (i > 0) {
                    sections.add(outcomes(bench.take(), merging));
                }
                if (jump) {
                    bench.jump(input.clockMillis());
                }
                bench.line(i);
            }
            walk(bench, lastMillis(timeline));
            sections.add(outcomes(bench.take(), merging));
        }
        return new Played(sections);
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

    private static List<Outcome> outcomes(List<Noted> notes, boolean merging) {
        return notes.stream()
                .map(note -> Outcome.of(
                        note.operator(),
                        note.late(),
                        note.value(),
                        note.timestamp(),
                        note.late() ? 0 : note.watermark(),
                        merging))
                .toList();
    }

    /** On a cluster: line by line where lines were played one by one, else all as one. */
    static Played onCluster(Timeline timeline, Topology topology, FlinkRun run) {
        boolean merging = merging(topology);
        List<List<Outcome>> sections = new ArrayList<>();
        timeline.sections().forEach(section -> sections.add(new ArrayList<>()));
        for (Node node : topology.nodes()) {
            if (node.role() instanceof Role.SinkRole) {
                for (Received<Object> each : run.output(node.name())) {
                    sections.get(Math.max(0, (int) each.line()))
                            .add(Outcome.of(
                                    node.name(), false, each.value(), each.timestamp(), each.watermark(), merging));
                }
            }
            for (Received<Object> each : run.late(node.name())) {
                sections.get(Math.max(0, (int) each.line()))
                        .add(Outcome.of(node.name(), true, each.value(), each.timestamp(), 0, false));
            }
        }
        return new Played(sections);
    }

    /** All as one, after the first line. */
    Played flat() {
        List<List<Outcome>> flat = new ArrayList<>();
        flat.add(sections.stream().flatMap(List::stream).toList());
        sections.stream().skip(1).forEach(any -> flat.add(List.of()));
        return new Played(flat);
    }

    private static boolean merging(Topology topology) {
        return topology.nodes().stream()
                .anyMatch(node -> node.role() instanceof Role.OperatorRole operator
                        && operator.spec() instanceof WindowSpec windows
                        && windows.assigner().merging());
    }

    /** The referee's verdict: this is the engine's, {@code referee} Flink's. */
    Verdict comparedWith(Played referee, Timeline timeline) {
        boolean sameOrder = true;
        for (int i = 0; i < sections.size(); i++) {
            List<Outcome> ours = sections.get(i);
            List<Outcome> theirs = referee.sections.get(i);
            if (!Outcome.counts(ours).equals(Outcome.counts(theirs))) {
                return new Verdict(
                        timeline.name(),
                        Verdict.Says.DIFFERS,
                        "after line " + i + " " + timeline.sections().get(i).input() + "\n  Tidemark " + ours
                                + "\n  Flink    " + theirs);
            }
            sameOrder &= ours.equals(theirs);
        }
        return new Verdict(timeline.name(), sameOrder ? Verdict.Says.AGREES : Verdict.Says.AGREES_BUT_FOR_ORDER, "");
    }
}
