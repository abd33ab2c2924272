package dev.tidemark.flink.referee;

import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.flink.FlinkRun;
import dev.tidemark.flink.Received;
import dev.tidemark.flink.bench.Bench;
import dev.tidemark.flink.bench.Noted;
import java.util.ArrayList;
import java.util.List;

/** Outcomes of Flink's. */
public final class Flinks {
    private Flinks() {}

    /** What came on a bench since the last call. */
    public static List<Outcome> section(Bench bench) {
        List<Outcome> section = new ArrayList<>();
        for (Noted note : bench.take()) {
            section.add(
                    note.late()
                            ? Outcome.late(
                                    note.operator(),
                                    ValueText.print(note.value()),
                                    note.timestamp(),
                                    note.clockMillis())
                            : Outcome.result(
                                    note.operator(),
                                    note.value(),
                                    note.timestamp(),
                                    note.watermark(),
                                    note.clockMillis()));
        }
        return section;
    }

    /** What came out of a run on a cluster: in as many sections as there are lines, or all in one. */
    public static Outcomes of(Topology topology, FlinkRun run, int lines, boolean lineByLine) {
        List<List<Outcome>> sections = new ArrayList<>();
        for (int i = 0; i < (lineByLine ? lines : 1); i++) {
            sections.add(new ArrayList<>());
        }
        for (Node node : topology.nodes()) {
            if (node.role() instanceof Role.SinkRole) {
                for (Received<Object> each : run.output(node.name())) {
                    sections.get(lineByLine ? (int) each.line() : 0)
                            .add(Outcome.result(node.name(), each.value(), each.timestamp(), each.watermark(), 0));
                }
            }
            for (Received<Object> each : run.late(node.name())) {
                sections.get(lineByLine ? (int) each.line() : 0)
                        .add(Outcome.late(node.name(), ValueText.print(each.value()), each.timestamp(), 0));
            }
        }
        return new Outcomes(sections);
    }
}
