package dev.tidemark.timetravel;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.topology.Node;
import java.util.List;

/** Everything that can be seen of a run where it stands, a line for each thing. */
final class Look {
    private Look() {}

    static String at(Run run) {
        StringBuilder text = new StringBuilder();
        add(text, "step", List.of(run.stepNumber(), run.clock(), run.digest(), run.contentDigest()));
        add(text, "job", List.of(String.valueOf(run.failure()), run.finished()));
        add(text, "checkpoint", run.checkpoints());
        add(text, "partition", run.partitions());
        add(text, "channel", run.channels());
        add(text, "watermark", run.watermarks());
        for (Node node : run.describe().nodes()) {
            if (node.kind().equals("window")) {
                add(text, "window", run.windows(node.name()));
                add(text, "late", List.of(run.droppedLate(node.name())));
            }
            if (node.kind().equals("sink")) {
                add(text, "result", run.output(node.name()));
            }
            add(text, "state", run.state(node.name()));
            add(text, "timer", run.timers(node.name()));
        }
        return text.append(run.transcript()).toString();
    }

    private static void add(StringBuilder text, String kind, List<?> rows) {
        rows.forEach(row -> text.append(kind).append(' ').append(row).append('\n'));
    }
}
