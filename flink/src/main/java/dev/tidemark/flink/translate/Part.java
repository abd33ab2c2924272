package dev.tidemark.flink.translate;

import dev.tidemark.engine.operator.AssignWatermarksSpec;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.source.Pace;
import dev.tidemark.flink.source.Script;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One topology of a job.
 *
 * @param number tells its results from those of other topologies
 * @param prefix goes before names and uids, so that topologies side by side do not meet; empty for one alone
 * @param script what is sent to sources by hand; null when there is none
 * @param pace when lines of the script are played
 * @param parallelism of operators that name no other number
 * @param late whether elements that are late for all their windows are noted too
 */
public record Part(
        int number,
        String prefix,
        Topology topology,
        @Nullable Script script,
        Pace pace,
        int parallelism,
        boolean late) {
    /** The codec of what goes into an input of an operator. */
    public Codec<Object> inputOf(Node node, int input) {
        Edge edge = node.inputs().stream()
                .filter(each -> each.input() == input)
                .findFirst()
                .orElseThrow();
        Node from = topology.nodes().get(edge.from());
        return edge.side() == null
                ? from.output()
                : Objects.requireNonNull(from.sides().get(edge.side()));
    }

    /** The largest interval between probes of watermarks of which every source's, and every operator's, own is a multiple. */
    public long probeMillis() {
        return topology.nodes().stream()
                .map(node -> watermarks(node.role()))
                .filter(Objects::nonNull)
                .map(watermarks -> BigInteger.valueOf(watermarks.intervalMillis()))
                .reduce(BigInteger::gcd)
                .orElse(BigInteger.valueOf(Watermarks.DEFAULT_INTERVAL.toMillis()))
                .longValue();
    }

    private static @Nullable Watermarks<?> watermarks(Role role) {
        if (role instanceof Role.SourceRole source) {
            return source.watermarks();
        }
        return role instanceof Role.OperatorRole operator && operator.spec() instanceof AssignWatermarksSpec assigned
                ? assigned.watermarks()
                : null;
    }
}
