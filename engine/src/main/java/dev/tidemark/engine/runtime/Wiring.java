package dev.tidemark.engine.runtime;

import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.engine.operator.AssignWatermarksOperator;
import dev.tidemark.engine.operator.ElementOperators;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateTables;
import dev.tidemark.engine.state.checked.CheckedCodec;
import dev.tidemark.engine.state.checked.CheckedTables;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.time.Alignment;
import dev.tidemark.engine.time.SimulatedClock;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.topology.Edge;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Partitioning;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes tasks and channels out of a topology.
 *
 * <p>Operators joined by a forward edge, with one input and equal parallelism, share a task; between tasks there is one
 * channel for each pair of subtasks that can meet.
 */
final class Wiring {
    private final Topology topology;
    private final SimulationOptions options;
    private final Starts starts;
    private final SimulatedClock clock;
    private final Recorder recorder;
    private final Outputs outputs;
    private final Outside outside;
    private final ManualInputs inputs;
    private final Coordinator coordinator;
    private final KnownStates schemas;
    private final StateBackend backend;
    private final List<List<OperatorSubtask>> subtasks = new ArrayList<>();
    private final Map<Integer, List<List<Channel>>> taskInputs = new LinkedHashMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, AlignmentGroup> groups = new LinkedHashMap<>();

    Wiring(Surroundings shared, SimulationOptions options, Starts starts) {
        this.topology = shared.topology();
        this.options = options;
        this.starts = starts;
        this.clock = shared.clock();
        this.recorder = shared.recorder();
        this.outputs = shared.outputs();
        this.outside = shared.outside();
        this.inputs = shared.inputs();
        this.coordinator = shared.coordinator();
        this.backend = shared.backend();
        this.schemas = shared.schemas();
        topology.nodes().forEach(this::makeSubtasks);
        topology.nodes().forEach(this::connect);
        topology.nodes().stream().filter(node -> !chained(node)).forEach(this::makeTasks);
        open();
    }

    /** Opens the operators of the tasks that run. */
    private void open() {
        List<OperatorSubtask> waiting = new ArrayList<>();
        for (Task task : tasks) {
            if (!starts.runs(task.index())) {
                task.stop();
                waiting.addAll(task.chain());
            }
        }
        for (List<OperatorSubtask> each : subtasks) {
            each.stream().filter(subtask -> !waiting.contains(subtask)).forEach(OperatorSubtask::open);
        }
    }

    /** Puts tasks that were {@code made} anew in the place of their forerunners, and gives up the state of those, and of all else made. */
    void replace(List<Task> again, Wiring made) {
        for (Task task : again) {
            Task before = tasks.set(task.index(), task);
            for (OperatorSubtask each : task.chain()) {
                int node = each.node().id();
                made.subtasks.get(node).set(each.subtask(), subtasks.get(node).set(each.subtask(), each));
            }
            if (task.reader() != null && task.reader().aligned() != null) {
                task.reader()
                        .aligned()
                        .replace(Objects.requireNonNull(
                                Objects.requireNonNull(before.reader()).aligned()));
            }
        }
        made.discard();
    }

    /** Gives up the state of these tasks, which others take the place of. */
    void discard() {
        for (List<OperatorSubtask> each : subtasks) {
            for (OperatorSubtask subtask : each) {
                KeyedStore<Object> store = subtask.store();
                if (store != null) {
                    store.clear();
                }
            }
        }
    }

    /** Whether every task has seen the end of its input. */
    boolean finished() {
        for (Task task : tasks) {
            if (!task.finished()) {
                return false;
            }
        }
        return true;
    }

    List<Task> tasks() {
        return tasks;
    }

    Task task(int index) {
        return tasks.get(index);
    }

    private int parallelism(Node node) {
        return node.parallelism() == 0 ? options.parallelism() : node.parallelism();
    }

    /** Whether the node runs in the task of its only input. */
    private boolean chained(Node node) {
        if (!options.chaining() || node.inputs().size() != 1 || watermarks(node) != null) {
            return false;
        }
        Edge edge = node.inputs().get(0);
        return edge.partitioning() instanceof Partitioning.Forward
                && parallelism(topology.nodes().get(edge.from())) == parallelism(node);
    }

    /** The strategy of an operator that makes watermarks; it heads a task, as a source does. */
    private static @Nullable Watermarks<?> watermarks(Node node) {
        return node.role() instanceof Role.OperatorRole role ? role.spec().watermarks() : null;
    }

    private @Nullable AssignedWatermarks assigned(Node head, int subtask) {
        Watermarks<?> strategy = watermarks(head);
        if (strategy == null) {
            return null;
        }
        OperatorSubtask operator = subtasks.get(head.id()).get(subtask);
        return new AssignedWatermarks(
                operator,
                (AssignWatermarksOperator) operator.operator(),
                options.batch() ? Watermarks.none() : strategy,
                starts.of(tasks.size()));
    }

    private void makeSubtasks(Node node) {
        List<OperatorSubtask> made = new ArrayList<>();
        int parallelism = parallelism(node);
        if (parallelism > options.maxParallelism()) {
            throw new IllegalArgumentException("operator '" + node.name() + "' has parallelism " + parallelism
                    + ", more than there are key groups; it must be at most maxParallelism = "
                    + options.maxParallelism());
        }
        for (int i = 0; i < parallelism; i++) {
            OperatorSubtask subtask = new OperatorSubtask(
                    node, i, parallelism, operator(node), clock, recorder, outside, options.maxParallelism());
            for (Edge edge : node.inputs()) {
                if (edge.partitioning() instanceof Partitioning.Hash hash
                        && node.role() instanceof Role.OperatorRole role) {
                    subtask.keyedBy(edge.input(), hash.selector().instance(), () -> store(node, hash, role, subtask));
                }
            }
            made.add(subtask);
        }
        subtasks.add(made);
    }

    private KeyedStore<Object> store(
            Node node, Partitioning.Hash hash, Role.OperatorRole role, OperatorSubtask subtask) {
        return new KeyedStore<>(
                node.name(),
                hash.key(),
                role.spec().timerNamespaces(),
                options.maxParallelism(),
                tables(node, hash, subtask),
                schemas.of(node.name()),
                subtask.notes(),
                clock::now);
    }

    private StateTables<Object> tables(Node node, Partitioning.Hash hash, OperatorSubtask subtask) {
        StateTables<Object> tables = backend.tables(node.name() + "#" + subtask.subtask(), hash.key());
        return options.roundTrips() ? new CheckedTables<>(tables, subtask.watch()) : tables;
    }

    private Operator operator(Node node) {
        if (node.role() instanceof Role.OperatorRole role) {
            return options.batch() ? role.spec().createForBatch() : role.spec().create();
        }
        if (node.role() instanceof Role.SinkRole sink) {
            Prototype<? extends SinkFunction<Object>> function = sink.function();
            boolean collects = function == null && sink.outside() == null;
            CollectOperator end = new CollectOperator(
                    outputs,
                    node.name(),
                    function == null ? null : function.instance(),
                    collects || options.recorded());
            return sink.outside() == null ? end : outputs.outside(end, node, sink.outside(), starts.number());
        }
        return ElementOperators.forward();
    }

    private void connect(Node node) {
        List<List<Channel>> received = new ArrayList<>();
        for (int i = 0; i < parallelism(node); i++) {
            received.add(new ArrayList<>());
        }
        for (Edge edge : node.inputs()) {
            for (OperatorSubtask sender : subtasks.get(edge.from())) {
                if (chained(node)) {
                    OperatorSubtask next = subtasks.get(node.id()).get(sender.subtask());
                    sender.sendTo(edge.side(), new Target.Chained(next, codec(edge, sender)));
                } else {
                    sender.sendTo(edge.side(), network(node, edge, sender, received));
                }
            }
        }
        taskInputs.put(node.id(), received);
    }

    /** The codec of what flows along an edge. */
    private Codec<Object> codec(Edge edge, OperatorSubtask sender) {
        Node from = topology.nodes().get(edge.from());
        Codec<Object> codec = edge.side() == null
                ? from.output()
                : Objects.requireNonNull(from.sides().get(edge.side()));
        return options.roundTrips() ? new CheckedCodec<>(codec, to(edge), sender.watch()) : codec;
    }

    private String to(Edge edge) {
        return topology.nodes().stream()
                .filter(node -> node.inputs().contains(edge))
                .map(Node::name)
                .findFirst()
                .orElseThrow();
    }

    private Target.Network network(Node node, Edge edge, OperatorSubtask sender, List<List<Channel>> received) {
        Node from = topology.nodes().get(edge.from());
        Codec<Object> codec = codec(edge, sender);
        int[] receivers = receivers(edge, parallelism(from), parallelism(node), sender.subtask());
        Channel[] row = new Channel[receivers.length];
        for (int i = 0; i < row.length; i++) {
            String to = node.name() + "#" + receivers[i];
            row[i] = new Channel(from.name() + "#" + sender.subtask(), to, edge.input(), codec);
            received.get(receivers[i]).add(row[i]);
        }
        return target(edge, from, sender, row);
    }

    /** The receivers that a sender can reach: those opposite for forward and rescale, else all. Source: Flink's pointwise pattern. */
    private static int[] receivers(Edge edge, int senders, int receivers, int sender) {
        boolean opposite = edge.partitioning() instanceof Partitioning.Rescale
                || (edge.partitioning() instanceof Partitioning.Forward && senders == receivers);
        if (!opposite) {
            return IntStream.range(0, receivers).toArray();
        }
        return IntStream.range(0, receivers)
                .filter(receiver -> senders < receivers
                        ? receiver * senders / receivers == sender
                        : receiver * senders / receivers <= sender && sender < (receiver + 1) * senders / receivers)
                .toArray();
    }

    private Target.Network target(Edge edge, Node from, OperatorSubtask sender, Channel[] row) {
        Partitioning partitioning = edge.partitioning();
        if (partitioning instanceof Partitioning.Hash hash) {
            return new Target.ByKey(row, hash.selector().instance(), options.maxParallelism(), from.name());
        }
        if (partitioning instanceof Partitioning.Broadcast) {
            return new Target.Everywhere(row);
        }
        if (partitioning instanceof Partitioning.Global) {
            return new Target.Same(row);
        }
        if (partitioning instanceof Partitioning.Custom custom) {
            return new Target.Picked(
                    row, custom.partitioner().instance(), custom.selector().instance(), from.name());
        }
        if (partitioning instanceof Partitioning.Shuffle) {
            return new Target.Shuffled(
                    row, Randomness.at(Randomness.at(options.schedule().seed(), from.id()), sender.subtask()));
        }
        return row.length == 1 ? new Target.Same(row) : new Target.Turns(row, sender.subtask());
    }

    private void makeTasks(Node head) {
        long overAt = overAt(head);
        for (int i = 0; i < parallelism(head); i++) {
            List<OperatorSubtask> operators = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            collectChain(head, i, operators, ends);
            Chain chain = new Chain(operators, ends);
            SourceReader reader = head.role() instanceof Role.SourceRole role ? reader(head, i, role, overAt) : null;
            List<Channel> received =
                    Objects.requireNonNull(taskInputs.get(head.id())).get(i);
            Task task = new Task(tasks.size(), chain, received, reader, assigned(head, i), coordinator, recorder);
            if (options.batch()) {
                task.takesAllAtOnce();
            }
            tasks.add(task);
        }
    }

    /** The chain below a node, each operator before those that it sends to, and where what is below each ends. */
    private void collectChain(Node node, int subtask, List<OperatorSubtask> chain, List<Integer> ends) {
        int at = chain.size();
        chain.add(subtasks.get(node.id()).get(subtask));
        ends.add(at);
        for (Node next : topology.nodes()) {
            if (chained(next) && next.inputs().get(0).from() == node.id()) {
                collectChain(next, subtask, chain, ends);
            }
        }
        ends.set(at, chain.size());
    }

    /** Whether nothing more will come from any partition, read or not. */
    private boolean over(Node node, Role.SourceRole role) {
        return role.input() instanceof SourceInput.Recorded
                || role.input().partitions().stream().allMatch(partition -> inputs.finished(node.name(), partition));
    }

    /** When a trace is over; not asked for by a single subtask, which knows when it has read everything. */
    private long overAt(Node head) {
        return parallelism(head) > 1
                        && head.role() instanceof Role.SourceRole role
                        && role.input() instanceof SourceInput.Recorded recorded
                ? recorded.lastArrivalMillis()
                : Long.MIN_VALUE;
    }

    private SourceReader reader(Node node, int subtask, Role.SourceRole role, long overAt) {
        long startMillis = starts.of(tasks.size());
        List<SourcePartition> partitions = new ArrayList<>();
        List<String> names = role.input().partitions();
        for (int i = subtask; i < names.size(); i += parallelism(node)) {
            if (role.input() instanceof SourceInput.Recorded recorded) {
                partitions.add(new SourcePartition.Recorded(
                        names.get(i),
                        role.watermarks().start(startMillis),
                        recorded.arrivals().get(i)));
            } else {
                partitions.add(new SourcePartition.ByHand(
                        node.name(), names.get(i), role.watermarks().start(startMillis), inputs));
            }
        }
        SourceReader reader =
                new SourceReader(node, subtask, role, partitions, startMillis, overAt, () -> over(node, role));
        Alignment alignment = role.watermarks().alignment();
        if (options.batch()) {
            reader.readAtOnce();
        } else if (alignment != null) {
            AlignmentGroup group = groups.computeIfAbsent(alignment.group(), AlignmentGroup::new);
            reader.alignedBy(new AlignedReader(alignment, group, reader, startMillis, recorder));
        }
        return reader;
    }
}
