package dev.tidemark.flink.bench;

import dev.tidemark.engine.async.AsyncSpec;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.time.Alignment;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.flink.sink.Arrived;
import dev.tidemark.flink.source.Pace;
import dev.tidemark.flink.source.PlayedSource;
import dev.tidemark.flink.source.Script;
import dev.tidemark.flink.translate.Part;
import dev.tidemark.flink.translate.Translation;
import dev.tidemark.flink.type.CodecTypeInformation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * A topology on Flink's operators, one subtask each, one at a time.
 *
 * <p>The graph is the one that {@link Translation} makes and Flink plans. Lines between operators deliver at once, so what
 * an operator emits has gone through everything behind it before the operator goes on; each channel is in order. Sources
 * are Flink's source operators, and watermarks meet in Flink's valves.
 */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
public final class Bench implements AutoCloseable {
    private static final int PARALLELISM = 1;

    private final Part part;
    private final StreamGraph graph;
    private final Turns turns;
    private final HandClock clock;
    private final TreeMap<Integer, Station> stations = new TreeMap<>();
    private final Map<String, SourceStation> sources = new LinkedHashMap<>();
    private final Map<String, Map<Coordinator, Long>> groups = new TreeMap<>();
    private final List<Noted> notes = new ArrayList<>();
    private final long probeMillis;

    private Bench(Part part, long startMillis) {
        this.part = part;
        this.probeMillis = part.probeMillis();
        this.graph = graph(part, probeMillis);
        this.turns = new Turns(part.topology().nodes().stream().anyMatch(node -> calls(node) != null));
        this.clock = new HandClock(startMillis, turns);
    }

    /** A topology that is going to play {@code script}, its clock at {@code startMillis}. */
    public static Bench of(Topology topology, Script script, long startMillis) throws Exception {
        Pace pace = Pace.lineByLine(script.lines().size());
        Bench bench = new Bench(new Part(0, "", topology, script, pace, PARALLELISM, true), startMillis);
        bench.build();
        bench.begin();
        return bench;
    }

    private void build() throws Exception {
        for (StreamNode node : graph.getStreamNodes().stream()
                .sorted((a, b) -> Integer.compare(a.getId(), b.getId()))
                .toList()) {
            Station station = station(node);
            station.probing(probeMillis);
            stations.put(node.getId(), station);
            connect(node);
        }
    }

    private static StreamGraph graph(Part part, long probeMillis) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(configuration);
        new Translation(environment, CodecTypeInformation.of(Codecs.of(Arrived.class)), probeMillis).add(part);
        return environment.getStreamGraph();
    }

    private Station station(StreamNode node) throws Exception {
        if (node.getInEdges().isEmpty()) {
            String name = node.getOperatorName().substring("Source: ".length());
            SourceStation source = new SourceStation(node, clock, turns, coordinator(alignment(name)));
            sources.put(name, source);
            return source;
        }
        if (node.getOutEdges().isEmpty()) {
            return new SinkStation(node);
        }
        HandMailbox mailbox = new HandMailbox(clock, turns);
        if (node.getOperatorFactory() instanceof AsyncWaitOperatorFactory<?, ?> factory) {
            Node asking = part.topology().node(node.getOperatorName());
            new HandCalls(Objects.requireNonNull(calls(asking)), asking.id(), clock, mailbox).into(factory);
        }
        return new Station(node, clock, mailbox, new Coordinator());
    }

    private @Nullable Alignment alignment(String source) {
        return ((Role.SourceRole) part.topology().node(source).role())
                .watermarks()
                .alignment();
    }

    private Coordinator coordinator(@Nullable Alignment alignment) {
        return alignment == null
                ? new Coordinator()
                : new Coordinator(groups.computeIfAbsent(alignment.group(), any -> new IdentityHashMap<>()));
    }

    private static @Nullable AsyncSpec calls(Node node) {
        return node.role() instanceof Role.OperatorRole role && role.spec() instanceof AsyncSpec calls ? calls : null;
    }

    @SuppressWarnings("unchecked")
    private void connect(StreamNode node) {
        TreeMap<Integer, Inlet> inlets = new TreeMap<>();
        for (StreamEdge edge : node.getInEdges()) {
            int input = Math.max(0, edge.getTypeNumber() - 1);
            Inlet inlet = inlets.computeIfAbsent(input, any -> Objects.requireNonNull(stations.get(node.getId()))
                    .inlet(input, (TypeSerializer<Object>) node.getTypeSerializersIn()[input]));
            Objects.requireNonNull(stations.get(edge.getSourceId())).connect(edge.getOutputTag(), inlet);
        }
    }

    private void begin() throws Exception {
        for (Station station : stations.descendingMap().values()) {
            station.tick();
            station.open();
        }
        for (Node node : part.topology().nodes()) {
            if (node.role() instanceof Role.SourceRole source) {
                Objects.requireNonNull(sources.get(node.name()))
                        .begin(source.input().partitions().size(), PlayedSource.splits());
            }
        }
        sources.forEach((name, source) -> {
            Alignment alignment = alignment(name);
            if (alignment != null) {
                source.align(alignment);
            }
        });
    }

    /** Plays a line of the script and lets it go through. */
    public void line(int number) throws Exception {
        for (SourceStation source : sources.values()) {
            source.line(number);
        }
        clock.settle();
    }

    /** Goes to a time, stopping at whatever is due on the way. */
    public void walk(long toMillis) throws Exception {
        clock.walk(toMillis, this::tick);
    }

    /** Is at a time at once. */
    public void jump(long toMillis) throws Exception {
        clock.jump(toMillis, this::tick);
    }

    private void tick() {
        stations.values().forEach(Station::tick);
    }

    /** The clock. */
    public long now() {
        return clock.absoluteTimeMillis();
    }

    /** What came since the last call. */
    public List<Noted> take() {
        List<Noted> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    @Override
    public void close() throws Exception {
        turns.close();
        for (Station station : stations.values()) {
            station.shut();
        }
    }

    /** Where a sink's notes come out. */
    private final class SinkStation extends Station {
        SinkStation(StreamNode node) throws Exception {
            super(node, clock, new HandMailbox(clock, turns), new Coordinator());
        }

        @Override
        public void collect(StreamRecord<Object> element) {
            Arrived arrived = (Arrived) element.getValue();
            Node node = part.topology().node(arrived.operator());
            Codec<Object> codec = arrived.isLate() ? part.inputOf(node, arrived.late()) : node.output();
            notes.add(new Noted(
                    arrived.operator(),
                    arrived.isLate(),
                    codec.fromBytes(arrived.value()),
                    arrived.timestamp(),
                    arrived.watermark(),
                    clock.absoluteTimeMillis()));
        }
    }
}
