package dev.tidemark.flink.conformance;

import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelinePipelines;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;

/** Timelines that neither Flink's operators nor a cluster of it as a stream are asked about. */
final class Unasked {
    private Unasked() {}

    static String why(Timeline timeline) {
        return why(timeline, TimelinePipelines.named(timeline.pipeline()).build());
    }

    /** Why not; empty if they are. */
    static String why(Timeline timeline, Topology topology) {
        if (timeline.mode() == RuntimeMode.BATCH) {
            return "it is a batch";
        }
        for (Node node : topology.nodes()) {
            if (node.role() instanceof Role.SourceRole source
                    && source.watermarks().alignment() != null) {
                return "its sources wait for each other by the clock";
            }
        }
        return "";
    }
}
