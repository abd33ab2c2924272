package dev.tidemark.engine.determinism;

import dev.tidemark.engine.Run;
import dev.tidemark.engine.topology.Node;

/** Asks a run everything that it can be asked. */
final class Looking {
    private Looking() {}

    static int at(Run run) {
        int length = run.watermarks().toString().length()
                + run.channels().toString().length()
                + run.describe().describe().length()
                + run.transcript().toString().length()
                + run.contentDigest().length()
                + run.checkpoints().size();
        for (Node node : run.describe().nodes()) {
            length += run.state(node.name()).toString().length()
                    + run.timers(node.name()).toString().length();
            if (node.kind().equals("window")) {
                length += run.windows(node.name()).toString().length();
            }
        }
        return length;
    }
}
