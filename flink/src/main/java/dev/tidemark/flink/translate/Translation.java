package dev.tidemark.flink.translate;

import dev.tidemark.engine.operator.OperatorSpec;
import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.Sides;
import dev.tidemark.flink.sink.Arrived;
import dev.tidemark.flink.sink.Recorder;
import dev.tidemark.flink.source.FlinkWatermarks;
import dev.tidemark.flink.source.Played;
import dev.tidemark.flink.source.PlayedSource;
import dev.tidemark.flink.source.Untimed;
import dev.tidemark.flink.type.CodecSerializer;
import dev.tidemark.flink.type.CodecTypeInformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Puts topologies into an environment of Flink's, node by node, through its public {@code DataStream} API.
 *
 * <p>A node becomes one operator with its name, uid and parallelism. Each sink notes what it gets; all notes leave the
 * job in one stream. Functions travel in serialized form.
 */
public final class Translation {
    /** Stands between the uid of an operator and what the translation puts beside it. */
    private static final String OWN = "#";

    private final StreamExecutionEnvironment environment;
    private final TypeInformation<Arrived> notes;
    private final long probeMillis;
    private final List<DataStream<Arrived>> sinks = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param probeMillis the interval of the job's watermark probes
     */
    public Translation(StreamExecutionEnvironment environment, TypeInformation<Arrived> notes, long probeMillis) {
        this.environment = environment;
        this.notes = notes;
        this.probeMillis = probeMillis;
    }

    /**
     * Adds a topology.
     *
     * @throws Refusal if something in it can't be said to Flink
     */
    public void add(Part part) {
        TreeMap<Integer, SingleOutputStreamOperator<Object>> streams = new TreeMap<>();
        Topology topology = part.topology();
        for (Node node : topology.nodes()) {
            Role role = node.role();
            if (role instanceof Role.SourceRole source) {
                streams.put(node.id(), source(node, source, part));
            } else if (role instanceof Role.OperatorRole operator) {
                streams.put(node.id(), operator(node, operator.spec(), part, streams));
            } else if (role instanceof Role.SinkRole sink) {
                DataStream<Object> input = feed(node, 0, topology, streams).spread();
                sinks.add(labelled(sink(node, sink, part, input), node, part));
            }
        }
    }

    /** What the sinks of all topologies note, in one stream; null when there is no sink. */
    public @Nullable DataStream<Arrived> results() {
        if (sinks.isEmpty()) {
            return null;
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        DataStream<Arrived>[] others = sinks.subList(1, sinks.size()).toArray(new DataStream[0]);
        return others.length == 0 ? sinks.get(0) : sinks.get(0).union(others);
    }

    private SingleOutputStreamOperator<Object> source(Node node, Role.SourceRole source, Part part) {
        SingleOutputStreamOperator<Object> read = labelled(
                environment.fromSource(
                        new PlayedSource(played(node, source.input(), part)),
                        FlinkWatermarks.of(source.watermarks(), probeMillis, node.name()),
                        node.name(),
                        CodecTypeInformation.of(node.output())),
                node,
                part);
        return read.transform(part.prefix() + node.name() + ", times", read.getType(), new Untimed())
                .uid(part.prefix() + node.uid() + OWN + "times")
                .setParallelism(read.getParallelism());
    }

    private static Played played(Node node, SourceInput input, Part part) {
        if (input instanceof SourceInput.Recorded trace) {
            return Played.of(trace, node.output());
        }
        if (part.script() == null) {
            throw new Refusal("source '" + node.name() + "' is fed by hand, which has no access to Flink; give a"
                    + " Script that says what the hand would send, or read from a Trace");
        }
        return Played.of(part.script(), node.name(), (SourceInput.ByHand) input, node.output(), part.pace());
    }

    private SingleOutputStreamOperator<Object> operator(
            Node node, OperatorSpec spec, Part part, Map<Integer, SingleOutputStreamOperator<Object>> streams) {
        List<Place.Feed> feeds = new ArrayList<>();
        int count = 1 + node.inputs().stream().mapToInt(Edge::input).max().orElse(0);
        for (int i = 0; i < count; i++) {
            feeds.add(feed(node, i, part.topology(), streams));
        }
        List<@Nullable OutputTag<Object>> lates = lates(node, spec, part);
        SingleOutputStreamOperator<Object> operator =
                labelled(Translators.translate(spec, new Place(node, feeds, lates, probeMillis)), node, part);
        for (int i = 0; part.late() && i < lates.size(); i++) {
            OutputTag<Object> late = Objects.requireNonNull(lates.get(i));
            Recorder recorder =
                    new Recorder(part.number(), node.name(), i, new CodecSerializer<>(part.inputOf(node, i)), null);
            sinks.add(operator.getSideOutput(late)
                    .process(recorder, notes)
                    .name(part.prefix() + "late for " + node.name())
                    .uid(part.prefix() + node.uid() + OWN + "late " + i)
                    .setParallelism(operator.getParallelism()));
        }
        return operator;
    }

    /** Where late elements of each input go: to the user's side output, or to one that only notes them, or nowhere. */
    private static List<@Nullable OutputTag<Object>> lates(Node node, OperatorSpec spec, Part part) {
        List<@Nullable OutputTag<Object>> tags = new ArrayList<>();
        for (String tag : Lates.tags(spec)) {
            tags.add(
                    tag != null
                            ? Sides.of(node).get(tag)
                            : part.late()
                                    ? Sides.tag("late and dropped " + tags.size(), part.inputOf(node, tags.size()))
                                    : null);
        }
        return tags;
    }

    private SingleOutputStreamOperator<Arrived> sink(
            Node node, Role.SinkRole sink, Part part, DataStream<Object> input) {
        if (sink.outside() != null) {
            throw new Refusal("sink '" + node.name() + "' writes through a " + sink.outside()
                    + ", which is not one of Flink's; collect(…) there, or write with a SinkFunction");
        }
        Recorder recorder = new Recorder(
                part.number(),
                node.name(),
                Arrived.IN_TIME,
                new CodecSerializer<>(node.output()),
                sink.function() == null ? null : Carried.of(sink.function(), node.name()));
        return input.process(recorder, notes);
    }

    /** What goes into one input of a node: one edge, or the union of several. */
    private static Place.Feed feed(
            Node node, int input, Topology topology, Map<Integer, SingleOutputStreamOperator<Object>> streams) {
        List<Place.Feed> edges = new ArrayList<>();
        for (Edge edge : node.inputs()) {
            if (edge.input() == input) {
                SingleOutputStreamOperator<Object> from = Objects.requireNonNull(streams.get(edge.from()));
                DataStream<Object> out = edge.side() == null
                        ? from
                        : from.getSideOutput(
                                Sides.of(topology.nodes().get(edge.from())).get(edge.side()));
                edges.add(new Place.Feed(out, edge.partitioning(), node.name()));
            }
        }
        if (edges.size() == 1) {
            return edges.get(0);
        }
        List<DataStream<Object>> spread = edges.stream().map(Place.Feed::spread).toList();
        @SuppressWarnings({"unchecked", "rawtypes"})
        DataStream<Object>[] others = spread.subList(1, spread.size()).toArray(new DataStream[0]);
        return new Place.Feed(spread.get(0).union(others), new Partitioning.Forward(), node.name());
    }

    private static <T> SingleOutputStreamOperator<T> labelled(
            SingleOutputStreamOperator<T> operator, Node node, Part part) {
        SingleOutputStreamOperator<T> labelled =
                operator.name(part.prefix() + node.name()).uid(part.prefix() + node.uid());
        identify(labelled.getTransformation(), part.prefix() + node.uid() + OWN + "part ", 1);
        return labelled.setParallelism(node.parallelism() > 0 ? node.parallelism() : part.parallelism());
    }

    /** Gives a uid to what Flink itself put between an operator and its inputs; returns the next number. */
    private static int identify(Transformation<?> transformation, String uid, int number) {
        int next = number;
        for (Transformation<?> input : transformation.getInputs()) {
            if (input.getUid() == null) {
                if (input instanceof PhysicalTransformation) {
                    input.setUid(uid + next++);
                }
                next = identify(input, uid, next);
            }
        }
        return next;
    }
}
