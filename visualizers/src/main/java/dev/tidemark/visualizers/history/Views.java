package dev.tidemark.visualizers.history;

import dev.tidemark.engine.Steps;
import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.Transcript;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.view.WatermarkRow;
import dev.tidemark.engine.view.WindowRow;
import dev.tidemark.timetravel.RecordedRun;
import dev.tidemark.timetravel.WhyNotFired;
import dev.tidemark.visualizers.graph.JobEdge;
import dev.tidemark.visualizers.graph.JobGraph;
import dev.tidemark.visualizers.graph.JobNode;
import dev.tidemark.visualizers.picture.Picture;
import dev.tidemark.visualizers.run.Fact;
import dev.tidemark.visualizers.run.LineKind;
import dev.tidemark.visualizers.run.RunCard;
import dev.tidemark.visualizers.run.TranscriptLine;
import dev.tidemark.visualizers.run.TranscriptView;
import dev.tidemark.visualizers.state.StateRow;
import dev.tidemark.visualizers.state.StateTable;
import java.util.ArrayList;
import java.util.List;

/** What a cell shows of a run: a card, the steps of a move, a transcript, open windows, the pipeline as a graph. */
public final class Views {
    private Views() {}

    /** Where a run stands. */
    public static Picture card(RecordedRun run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("processing time", RunHistory.time(run.clock().toEpochMilli())));
        long waiting = run.partitions().stream().mapToLong(row -> row.waiting()).sum();
        long read = run.partitions().stream().mapToLong(row -> row.read()).sum();
        facts.add(new Fact("events read", read + (waiting > 0 ? ", " + waiting + " waiting" : "")));
        for (Node node : run.describe().nodes()) {
            if (node.role() instanceof Role.SinkRole) {
                facts.add(new Fact(
                        "in '" + node.name() + "'", run.output(node.name()).size() + " results"));
            } else {
                long late = run.droppedLate(node.name());
                facts.add(new Fact(
                        "watermark of '" + node.name() + "'",
                        RunHistory.time(run.watermark(node.name())) + (late > 0 ? ", " + late + " dropped late" : "")));
            }
        }
        if (run.failure() != null) {
            facts.add(new Fact("failed", run.failure()));
        }
        String branch = run.branches().size() > 1
                ? run.branches().stream()
                        .filter(each -> each.current())
                        .map(each -> ", branch '" + each.name() + "'")
                        .findFirst()
                        .orElse("")
                : "";
        String status = "step " + run.stepNumber()
                + (run.lastStep() > run.stepNumber() ? " of " + run.lastStep() + " recorded" : "")
                + (run.finished() ? ", finished" : "") + branch;
        return new RunCard(run.describe().name(), status, facts);
    }

    /** What a move did. */
    public static Picture steps(Steps steps) {
        List<TranscriptLine> lines = new ArrayList<>();
        for (Step step : steps) {
            LineKind kind = kind(step.happening());
            for (String line : step.toString().lines().toList()) {
                lines.add(new TranscriptLine(line.startsWith(" ") ? effectKind(line, kind) : kind, line));
            }
        }
        if (steps.folded()) {
            lines.add(lines.size() / 2, new TranscriptLine(LineKind.OTHER, "… steps in between are not kept …"));
        }
        if (!steps.note().isEmpty()) {
            lines.add(new TranscriptLine(LineKind.OTHER, steps.note()));
        }
        String title = steps.count() == 0 ? "" : steps.count() == 1 ? "1 step" : steps.count() + " steps";
        return new TranscriptView(title, lines);
    }

    /** Inputs, outputs and late elements. */
    public static Picture transcript(Transcript transcript) {
        List<TranscriptLine> lines = new ArrayList<>();
        for (String line : transcript.toString().lines().toList()) {
            LineKind kind = line.contains(" <- watermark ") || line.endsWith(" <- idle")
                    ? LineKind.WATERMARK
                    : line.contains(" <- ")
                            ? LineKind.INPUT
                            : line.contains(" -> ")
                                    ? LineKind.OUTPUT
                                    : line.contains(" late ") ? LineKind.LATE : LineKind.CLOCK;
            lines.add(new TranscriptLine(kind, line));
        }
        return new TranscriptView("", lines);
    }

    /** Open windows. */
    public static Picture windows(String title, List<WindowRow> rows) {
        List<StateRow> cells = new ArrayList<>();
        for (WindowRow row : rows) {
            Long fires = row.firesAt();
            boolean fired = row.window().maxTimestamp() <= row.watermark();
            cells.add(new StateRow(
                    ValueText.print(row.key()),
                    row.window().toString(),
                    fired ? "open for late events" : "open",
                    ValueText.print(row.value()),
                    "",
                    fires == null || fired ? "" : RunHistory.time(fires)));
        }
        return new StateTable(title, cells);
    }

    /** The pipeline as a graph. */
    public static Picture graph(Topology topology) {
        return graph(topology, List.of());
    }

    /** The pipeline as a graph, with where each operator's watermark stands. */
    public static Picture graph(RecordedRun run) {
        return graph(run.describe(), run.watermarks());
    }

    private static Picture graph(Topology topology, List<WatermarkRow> watermarks) {
        List<JobNode> nodes = new ArrayList<>();
        List<JobEdge> edges = new ArrayList<>();
        for (Node node : topology.nodes()) {
            long subtasks = watermarks.stream()
                    .filter(row -> row.place() == WatermarkRow.Place.OPERATOR)
                    .filter(row -> row.name().startsWith(node.name() + "#"))
                    .count();
            String note = watermarks.stream()
                    .filter(row -> row.place() == WatermarkRow.Place.OPERATOR)
                    .filter(row -> row.name().startsWith(node.name() + "#"))
                    .mapToLong(WatermarkRow::watermark)
                    .boxed()
                    .min(Long::compare)
                    .map(RunHistory::time)
                    .orElse("");
            int parallelism = subtasks > 0 ? (int) subtasks : Math.max(1, node.parallelism());
            nodes.add(new JobNode(String.valueOf(node.id()), node.name(), node.kind(), parallelism, note));
            for (Edge edge : node.inputs()) {
                String label = edge.side() != null
                        ? edge.side()
                        : edge.partitioning() instanceof Partitioning.Hash ? "by key" : "";
                edges.add(new JobEdge(String.valueOf(edge.from()), String.valueOf(node.id()), label));
            }
        }
        return new JobGraph(topology.name(), nodes, edges);
    }

    private static LineKind kind(Happening happening) {
        if (happening instanceof Happening.EventRead || happening instanceof Happening.EventDelivered) {
            return LineKind.INPUT;
        }
        if (happening instanceof Happening.ClockMoved) {
            return LineKind.CLOCK;
        }
        if (happening instanceof Happening.TimerFired) {
            return LineKind.TIMER;
        }
        if (happening instanceof Happening.BarrierMet
                || happening instanceof Happening.Restored
                || happening instanceof Happening.Restarted) {
            return LineKind.CHECKPOINT;
        }
        if (happening instanceof Happening.Failed
                || happening instanceof Happening.MachineFailed
                || happening instanceof Happening.CoordinatorFailed
                || happening instanceof Happening.JobFailed) {
            return LineKind.FAULT;
        }
        return LineKind.WATERMARK;
    }

    private static LineKind effectKind(String line, LineKind otherwise) {
        if (line.contains(" -> ")) {
            return LineKind.OUTPUT;
        }
        if (line.contains(" late ")) {
            return LineKind.LATE;
        }
        return otherwise == LineKind.CLOCK ? LineKind.OTHER : otherwise;
    }

    /** The answer to why a window has not fired. */
    public static Picture answer(WhyNotFired answer) {
        List<TranscriptLine> lines = new ArrayList<>();
        for (int i = 0; i < answer.lines().size(); i++) {
            lines.add(new TranscriptLine(
                    i == 0 ? LineKind.WATERMARK : LineKind.OTHER, answer.lines().get(i)));
        }
        return new TranscriptView("", lines);
    }
}
