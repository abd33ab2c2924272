package dev.tidemark.flink.search;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.flink.bench.Bench;
import dev.tidemark.flink.bench.Noted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What comes out of a case: for each line what came after it and before the next, sorted as text. */
record CaseRun(List<List<String>> sections) {
    static CaseRun onEngine(SearchCase search) {
        Topology topology = search.topology();
        List<List<String>> sections = new ArrayList<>();
        try (Simulation run = Simulation.of(topology, SimulationOptions.DEFAULT.startAt(Instant.EPOCH))) {
            Progress progress = new Progress();
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
        private int results;
        private int lines;

        void close(Simulation run, List<List<String>> sections) {
            List<String> section = new ArrayList<>();
            List<Emission<Object>> out = run.output(SearchCase.OUT);
            for (Emission<Object> each : out.subList(results, out.size())) {
                section.add(text(each.value(), each.timestamp(), each.watermark(), each.clockMillis()));
            }
            results = out.size();
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
                            : text(note.value(), note.timestamp(), note.watermark(), note.clockMillis()));
        }
        section.sort(null);
        return section;
    }

    private static String text(Object value, long timestamp, long watermark, long clockMillis) {
        return clockMillis + "ms -> " + ValueText.print(value) + " @ " + timestamp + "ms, watermark " + watermark;
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
