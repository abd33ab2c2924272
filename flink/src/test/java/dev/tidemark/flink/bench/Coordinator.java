package dev.tidemark.flink.bench;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.operators.coordination.OperatorEventDispatcher;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.runtime.source.event.ReportedWatermarkEvent;

/**
 * What Flink's coordinator of a source does where sources wait for each other: it takes reports, and says how far may be read.
 *
 * <p>A source that has not reported is neither waited for nor told anything.
 */
final class Coordinator implements OperatorEventDispatcher, OperatorEventGateway {
    private final Map<Coordinator, Long> group;

    /** One whose source waits for nobody. */
    Coordinator() {
        this(new IdentityHashMap<>());
    }

    /** One of a group. */
    Coordinator(Map<Coordinator, Long> group) {
        this.group = group;
    }

    @Override
    public void registerEventHandler(OperatorID operator, OperatorEventHandler handler) {}

    @Override
    public OperatorEventGateway getOperatorEventGateway(OperatorID operator) {
        return this;
    }

    @Override
    public void sendEventToCoordinator(OperatorEvent event) {
        if (event instanceof ReportedWatermarkEvent report) {
            group.put(this, report.getWatermark());
        }
    }

    /** How far its source may read when it may be so much ahead of the lowest of its group. */
    OptionalLong allowed(long driftMillis) {
        if (!group.containsKey(this)) {
            return OptionalLong.empty();
        }
        long lowest = group.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        return OptionalLong.of(lowest > Long.MAX_VALUE - driftMillis ? Long.MAX_VALUE : lowest + driftMillis);
    }
}
