package dev.tidemark.flink.referee;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.join.WindowJoinSpec;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How far the outcomes of a run of the engine's have been read. */
public final class EngineProgress {
    private final Run run;
    private final Map<String, Integer> taken = new TreeMap<>();
    private final Set<String> lateUnsaid = new TreeSet<>();
    private int lines;

    /** Nothing yet. */
    public EngineProgress(Run run) {
        this.run = run;
        for (Node node : run.describe().nodes()) {
            if (node.role() instanceof Role.SinkRole) {
                taken.put(node.name(), 0);
            } else if (node.role() instanceof Role.OperatorRole operator && operator.spec() instanceof WindowJoinSpec) {
                lateUnsaid.add(node.name());
            }
        }
    }

    /** Whether a line is a result, or a late element of which Flink says something. */
    public boolean tells(TranscriptLine line) {
        return line.kind() == TranscriptLine.Kind.OUTPUT
                || (line.kind() == TranscriptLine.Kind.LATE && !lateUnsaid.contains(line.subject()));
    }

    /**
     * What came out since the last call, in the order in which it did; without what was late for a window join, of which
     * Flink says nothing.
     */
    public List<Outcome> section() {
        List<Outcome> section = new ArrayList<>();
        List<TranscriptLine> all = run.transcript().lines();
        for (TranscriptLine line : all.subList(lines, all.size())) {
            if (!tells(line)) {
                continue;
            }
            if (line.kind() == TranscriptLine.Kind.LATE) {
                section.add(Outcome.late(line.subject(), line.value(), line.timestamp(), line.clockMillis()));
            } else {
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
