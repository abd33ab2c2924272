package dev.tidemark.engine;

import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run takes its input as it comes, or as a whole.
 *
 * <p>In batch there are no watermarks before the end and nothing is late. An operator behind {@code keyBy} gets its
 * elements key by key, in the order of the keys' codec, those of a key by timestamp, equal ones by input, channel and
 * arrival. When a key is over its timers fire, with the watermark at the end of time, those of event time before those
 * of processing time, and its state goes; rolling results are emitted once, then. A trace is read at once, whenever its
 * events arrived. There are no checkpoints. Source: Flink's {@code RuntimeExecutionMode} and its batch operators.
 */
public enum RuntimeMode {
    /** As it comes; the default. */
    STREAMING,
    /** As a whole; every source must be bounded. */
    BATCH,
    /** {@link #BATCH} when every source is bounded, else {@link #STREAMING}. */
    AUTOMATIC;

    /**
     * The mode in which a topology is run.
     *
     * @throws IllegalArgumentException if it is batch and a source may never end
     */
    RuntimeMode of(Topology topology) {
        String unbounded = unboundedSource(topology);
        if (this == BATCH && unbounded != null) {
            throw new IllegalArgumentException("source '" + unbounded
                    + "' is filled by hand and may never end, which a batch can't wait for; say Source.byHand(…)"
                    + ".bounded() and finish it, or use RuntimeMode.STREAMING or AUTOMATIC");
        }
        return this != AUTOMATIC ? this : unbounded == null ? BATCH : STREAMING;
    }

    private static @Nullable String unboundedSource(Topology topology) {
        for (Node node : topology.nodes()) {
            if (node.role() instanceof Role.SourceRole source && !source.input().bounded()) {
                return node.name();
            }
        }
        return null;
    }
}
