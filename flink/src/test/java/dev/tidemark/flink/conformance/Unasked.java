package dev.tidemark.flink.conformance;

import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.timeline.Timeline;

/** Timelines that neither Flink's operators nor a cluster of it as a stream are asked about. */
final class Unasked {
    private Unasked() {}

    /** Why not; empty if they are. */
    static String why(Timeline timeline) {
        return timeline.mode() == RuntimeMode.BATCH ? "it is a batch" : "";
    }
}
