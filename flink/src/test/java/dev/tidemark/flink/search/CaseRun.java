package dev.tidemark.flink.search;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.flink.bench.Bench;
import dev.tidemark.flink.bench.Noted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What comes out of a case: for each line what came after it and before the next, sorted as text. */
record CaseRun(List<List<String>> sections) {
    static CaseRun onEngine(SearchCase search) {
        Topology topology = search.topology();
        List<List<String>> sections = new ArrayList<>();
        try (Simulation run = Simulation.of(topology, SimulationOptions.DEFAULT.startAt(Instant.EPOCH))) {
            Progress progress = new Progress(topology);
            for (Line line : search.lines()) {
                if (line.atMillis() > run.clock().toEpochMilli()) {
                    run.advanceProcessingTimeTo(Instant.ofEpochMilli(line.atMillis()));
                }
                progress.close(run, sections);
                line.drive(run);
            }
            progress.close(run, sections);
        }
        return new CaseRun(sections);
    }

    /** How far the outputs of a run have been read. */
    private static final class Progress {
        private final Map<String, Integer> results = new TreeMap<>();
        private int lines;

        Progress(Topology topology) {
            for (Node node : topology.nodes()) {
                if (node.role() instanceof Role.SinkRole) {
                    results.put(node.name(), 0);
                }
            }
        }

        void close(Simulation run, List<List<String>> sections) {
            List<String> section = new ArrayList<>();
            for (Map.Entry<String, Integer> sink : results.entrySet()) {
                List<Emission<Object>> out = run.output(sink.getKey());
                for (Emission<Object> each : out.subList(sink.getValue(), out.size())) {
                    section.add(
                            text(sink.getKey(), each.value(), each.timestamp(), each.watermark(), each.clockMillis()));
                }
                sink.setValue(out.size());
            }
            List<TranscriptLine> all = run.transcript().lines();
            for (TranscriptLine line : all.subList(lines, all.size())) {
                if (line.kind() == TranscriptLine.Kind.LATE) {
                    section.add(late(line.subject(), line.value(), line.timestamp()));
                }
            }
            lines = all.size();
            section.sort(null);
            sections.add(section);
        }
    }

    @SuppressWarnings("try") // as the bench itself
    static CaseRun onBench(SearchCase search) throws Exception {
        List<List<String>> sections = new ArrayList<>();
        try (Bench bench = Bench.of(search.topology(), search.script(), 0)) {
            for (int i = 0; i < search.lines().size(); i++) {
                if (search.lines().get(i).atMillis() > bench.now()) {
                    bench.walk(search.lines().get(i).atMillis());
                }
                sections.add(section(bench));
                bench.line(i);
            }
            sections.add(section(bench));
        }
        return new CaseRun(sections);
    }

    private static List<String> section(Bench bench) {
        List<String> section = new ArrayList<>();
        for (Noted note : bench.take()) {
            section.add(
                    note.late()
                            ? late(note.operator(), ValueText.print(note.value()), note.timestamp())
                            : text(
                                    note.operator(),
                                    note.value(),
                                    note.timestamp(),
                                    note.watermark(),
                                    note.clockMillis()));
        }
        section.sort(null);
        return section;
    }

    private static String text(String sink, Object value, long timestamp, long watermark, long clockMillis) {
        return clockMillis + "ms " + sink + " -> " + ValueText.print(value) + " @ " + timestamp + "ms, watermark "
                + watermark;
    }

    private static String late(String operator, String value, long timestamp) {
        return operator + " late " + value + " @ " + timestamp + "ms";
    }

    /** The first line after which the two differ, with both; empty when they agree. */
    String differenceFrom(CaseRun flink) {
        for (int i = 0; i < sections.size(); i++) {
            if (!sections.get(i).equals(flink.sections.get(i))) {
                return "after " + (i == 0 ? "the start" : "line " + i) + "\n  Tidemark " + sections.get(i)
                        + "\n  Flink    " + flink.sections.get(i);
            }
        }
        return "";
    }
}
