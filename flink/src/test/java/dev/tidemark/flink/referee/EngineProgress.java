package dev.tidemark.flink.referee;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far the outcomes of a run of the engine's have been read. */
public final class EngineProgress {
    private final Run run;
    private final Map<String, Integer> taken = new TreeMap<>();
    private int lines;

    /** Nothing yet. */
    public EngineProgress(Run run) {
        this.run = run;
        for (Node node : run.describe().nodes()) {
            if (node.role() instanceof Role.SinkRole) {
                taken.put(node.name(), 0);
            }
        }
    }

    /** What came out since the last call, in the order in which it did. */
    public List<Outcome> section() {
        List<Outcome> section = new ArrayList<>();
        List<TranscriptLine> all = run.transcript().lines();
        for (TranscriptLine line : all.subList(lines, all.size())) {
            if (line.kind() == TranscriptLine.Kind.LATE) {
                section.add(Outcome.late(line.subject(), line.value(), line.timestamp(), line.clockMillis()));
            } else if (line.kind() == TranscriptLine.Kind.OUTPUT) {
                Emission<Object> each =
                        run.output(line.subject()).get(taken.merge(line.subject(), 1, Integer::sum) - 1);
                section.add(Outcome.result(
                        line.subject(), each.value(), each.timestamp(), each.watermark(), each.clockMillis()));
            }
        }
        lines = all.size();
        return section;
    }
}
