package dev.tidemark.engine;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.window.WindowingSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A topology with other input, other watermarks or another lateness, and all else the same.
 *
 * @param topology what is revised; it is not changed
 */
public record Revision(Topology topology) {
    private static final String EDITED = ", edited";

    /** Whether a source takes what is sent by hand, and not a trace. */
    public boolean byHand(String source) {
        return sent().source(source).input() instanceof SourceInput.ByHand;
    }

    /** The partitions of a source. */
    public List<String> partitions(String source) {
        return sent().source(source).input().partitions();
    }

    /**
     * The topology in which a source plays other events than those of its trace; they are put in the order of their arrivals.
     * Partitions stay on their subtasks; one that loses all its events is gone.
     *
     * @throws IllegalArgumentException if it is no source, or one by hand
     */
    public Topology events(String source, UnaryOperator<List<Trace.Recorded<Object>>> edit) {
        SourceInput.Recorded trace = trace(source);
        List<Trace.Recorded<Object>> played = new ArrayList<>(edit.apply(TraceArrivals.played(trace)));
        played.sort(Comparator.comparingLong(Trace.Recorded::arrivalMillis));
        Watermarks<?> watermarks = sent().source(source).watermarks();
        String text = before(topology.node(source).description(), Described.watermarks(watermarks));
        return with(
                source,
                (text.endsWith(EDITED) ? text : text + EDITED) + Described.watermarks(watermarks),
                new Role.SourceRole(TraceArrivals.input(played, trace.reading(), trace.partitions()), watermarks));
    }

    /** An event as the trace of a source would play it if it arrived at a time: its event time and partition are read from it. */
    public Trace.Recorded<Object> recorded(String source, Object event, Instant arrival) {
        SourceInput.Reading reading = trace(source).reading();
        Object value = sent().checked(source, event);
        return new Trace.Recorded<>(value, reading.timestamp(value), arrival.toEpochMilli(), reading.partition(value));
    }

    /** An event as a source by hand takes it, with the time that the source reads from it. */
    public Event sent(String source, Object event) {
        return sent().event(source, event);
    }

    /** The topology in which a source makes its watermarks in another way. */
    public Topology watermarks(String source, UnaryOperator<Watermarks<?>> other) {
        Role.SourceRole role = sent().source(source);
        Watermarks<?> made = other.apply(role.watermarks());
        String text = before(topology.node(source).description(), Described.watermarks(role.watermarks()));
        return with(source, text + Described.watermarks(made), new Role.SourceRole(role.input(), made));
    }

    /**
     * The topology in which the windows of an operator take late elements for another while.
     *
     * @throws IllegalArgumentException if it has no windows, or {@code allowed} is negative
     */
    public Topology allowedLateness(String operator, Duration allowed) {
        Node node = topology.node(operator);
        if (!(node.role() instanceof Role.OperatorRole role) || !(role.spec() instanceof WindowingSpec windows)) {
            throw new IllegalArgumentException(
                    "'" + operator + "' is a " + node.kind() + " operator; only windows have an allowed lateness");
        }
        OperatorSpec other = windows.withAllowedLateness(allowed.toMillis());
        String text =
                before(node.description(), Described.lateness(windows.lateness().allowedMillis()));
        return with(operator, text + Described.lateness(allowed.toMillis()), new Role.OperatorRole(other));
    }

    private SentByHand sent() {
        return new SentByHand(topology);
    }

    private SourceInput.Recorded trace(String source) {
        if (sent().source(source).input() instanceof SourceInput.Recorded trace) {
            return trace;
        }
        throw new IllegalArgumentException("source '" + source + "' takes what is sent by hand; it has no trace");
    }

    /** A text without its end. */
    private static String before(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private Topology with(String operator, String description, Role role) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : topology.nodes()) {
            nodes.add(
                    node.name().equals(operator)
                            ? new Node(
                                    node.id(),
                                    node.name(),
                                    node.uid(),
                                    node.kind(),
                                    description,
                                    node.parallelism(),
                                    node.output(),
                                    node.sides(),
                                    node.inputs(),
                                    role)
                            : node);
        }
        return new Topology(topology.name(), nodes, topology.warnings());
    }
}
