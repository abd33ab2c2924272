package dev.tidemark.engine.runtime;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;

/** The SHA-256 of everything that a run holds: state, timers, what is in flight, what was collected. */
public final class ContentDigest {
    private ContentDigest() {}

    public static String of(Execution run) {
        ByteSink out = new ByteSink();
        out.writeBytes(run.snapshot().state());
        for (Node node : run.topology().nodes()) {
            if (node.role() instanceof Role.SinkRole) {
                for (Emission<Object> emission : run.output(node.name())) {
                    node.output().write(emission.value(), out);
                    out.writeLong(emission.timestamp());
                    out.writeLong(emission.watermark());
                }
            }
        }
        return Sha256.of(out.toBytes());
    }
}
