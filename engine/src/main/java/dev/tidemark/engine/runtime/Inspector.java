package dev.tidemark.engine.runtime;

import dev.tidemark.engine.async.AsyncOperator;
import dev.tidemark.engine.operator.BroadcastOperator;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.NamedTable;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.time.InputWatermarks;
import dev.tidemark.engine.time.PartitionWatermark;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.view.CallRow;
import dev.tidemark.engine.view.ChannelRow;
import dev.tidemark.engine.view.PartitionRow;
import dev.tidemark.engine.view.RegionRow;
import dev.tidemark.engine.view.StateRow;
import dev.tidemark.engine.view.TimerRow;
import dev.tidemark.engine.view.WatermarkRow;
import dev.tidemark.engine.view.WindowRow;
import dev.tidemark.engine.window.WindowOperator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks into an execution without changing it. */
public final class Inspector {
    private static final String ELEMENTS = "elements";

    private final Execution execution;

    public Inspector(Execution execution) {
        this.execution = execution;
    }

    private List<OperatorSubtask> subtasks(String operator) {
        execution.topology().node(operator);
        List<OperatorSubtask> found = new ArrayList<>();
        for (OperatorSubtask each : subtasks()) {
            if (each.name().equals(operator)) {
                found.add(each);
            }
        }
        found.sort(Comparator.comparingInt(OperatorSubtask::subtask));
        return found;
    }

    private List<OperatorSubtask> subtasks() {
        List<OperatorSubtask> all = new ArrayList<>();
        execution.running().forEach(task -> all.addAll(task.chain()));
        return all;
    }

    /** Every keyed value of an operator, by state, then by key and namespace; then its broadcast state. */
    public List<StateRow> state(String operator) {
        List<StateRow> rows = new ArrayList<>();
        for (OperatorSubtask subtask : subtasks(operator)) {
            KeyedStore<Object> store = subtask.store();
            if (store != null) {
                store.tables().forEach(table -> addRows(subtask, store, table, rows));
            }
            if (subtask.operator() instanceof BroadcastOperator broadcast) {
                broadcast
                        .states()
                        .entries()
                        .forEach(entry -> rows.add(new StateRow(
                                operator,
                                subtask.subtask(),
                                entry.state(),
                                entry.key(),
                                StateRow.BROADCAST,
                                entry.value())));
            }
        }
        return rows;
    }

    private <N, V> void addRows(
            OperatorSubtask subtask, KeyedStore<Object> store, NamedTable<Object, N, V> table, List<StateRow> rows) {
        record Entry<N, V>(Object key, N namespace, V value) {}
        List<Entry<N, V>> entries = new ArrayList<>();
        table.table().forEach((key, namespace, value) -> entries.add(new Entry<>(key, namespace, value)));
        entries.sort(Comparator.<Entry<N, V>, Object>comparing(
                        Entry::key, store.keyCodec().order())
                .thenComparing(Entry::namespace, table.schema().namespace().order()));
        for (Entry<N, V> entry : entries) {
            rows.add(new StateRow(
                    subtask.name(),
                    subtask.subtask(),
                    table.schema().name(),
                    entry.key(),
                    String.valueOf(entry.namespace()),
                    shown(table.schema(), entry.value())));
        }
    }

    private <V> Object shown(StateSchema<?, V> schema, V stored) {
        return schema.lifetime() == null
                ? schema.value().copy(stored)
                : schema.lifetime().shown(stored, execution.now());
    }

    /** The open windows of an operator, by end, then by key. */
    public List<WindowRow> windows(String operator) {
        List<WindowRow> rows = new ArrayList<>();
        for (OperatorSubtask subtask : subtasks(operator)) {
            if (!(subtask.operator() instanceof WindowOperator windows)) {
                throw new IllegalArgumentException("operator '" + operator + "' has no windows; it is a "
                        + subtask.node().kind() + " operator");
            }
            rows.addAll(windows.open(subtask.subtask()));
        }
        rows.sort(Comparator.<WindowRow>comparingLong(row -> row.window().maxTimestamp())
                .thenComparing(row -> String.valueOf(row.key())));
        return rows;
    }

    /** What an operator that asks something outside has in flight, in the order in which it came; else nothing. */
    public List<CallRow> calls(String operator) {
        List<CallRow> rows = new ArrayList<>();
        for (OperatorSubtask subtask : subtasks(operator)) {
            if (subtask.operator() instanceof AsyncOperator async) {
                rows.addAll(async.rows(subtask.name(), subtask.subtask()));
            }
        }
        return rows;
    }

    /** The timers of an operator, in the order in which each subtask will fire them, event time first. */
    public List<TimerRow> timers(String operator) {
        List<TimerRow> rows = new ArrayList<>();
        for (OperatorSubtask subtask : subtasks(operator)) {
            KeyedStore<Object> store = subtask.store();
            if (store != null) {
                store.eventTimers().list().forEach(timer -> rows.add(row(subtask, timer, true)));
                store.processingTimers().list().forEach(timer -> rows.add(row(subtask, timer, false)));
            }
        }
        return rows;
    }

    private static TimerRow row(OperatorSubtask subtask, TimerEntry<Object> timer, boolean eventTime) {
        return new TimerRow(
                subtask.name(),
                subtask.subtask(),
                timer.key(),
                timer.namespace().toString(),
                timer.timestamp(),
                eventTime);
    }

    /** Every watermark: partitions, sources, channels, operators. */
    public List<WatermarkRow> watermarks() {
        List<WatermarkRow> rows = new ArrayList<>();
        for (Task task : execution.running()) {
            SourceReader reader = task.reader();
            if (reader != null) {
                addSource(reader, rows);
            }
            addChannels(task, rows);
            for (OperatorSubtask operator : task.chain()) {
                rows.add(new WatermarkRow(
                        WatermarkRow.Place.OPERATOR,
                        operator.name() + "#" + operator.subtask(),
                        operator.watermark(),
                        operator.idle(),
                        false));
            }
        }
        return rows;
    }

    private static void addSource(SourceReader reader, List<WatermarkRow> rows) {
        long lowest = Long.MAX_VALUE;
        for (SourcePartition partition : reader.partitions()) {
            if (!partition.watermark().idle()) {
                lowest = Math.min(lowest, partition.watermark().watermark());
            }
        }
        for (SourcePartition partition : reader.partitions()) {
            boolean idle = partition.watermark().idle();
            long watermark = partition.watermark().watermark();
            rows.add(new WatermarkRow(
                    WatermarkRow.Place.PARTITION,
                    reader.node().name() + "/" + partition.name(),
                    watermark,
                    idle,
                    !idle && !reader.ended() && watermark == lowest));
        }
        rows.add(new WatermarkRow(
                WatermarkRow.Place.SOURCE,
                reader.node().name() + "#" + reader.subtask(),
                reader.combined(),
                reader.idle(),
                false));
    }

    private static void addChannels(Task task, List<WatermarkRow> rows) {
        InputWatermarks merger = task.merger();
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < merger.channels(); i++) {
            if (merger.aligned(i)) {
                lowest = Math.min(lowest, merger.watermark(i));
            }
        }
        for (int i = 0; i < merger.channels(); i++) {
            Channel channel = task.inputs().get(i);
            rows.add(new WatermarkRow(
                    WatermarkRow.Place.CHANNEL,
                    channel.from() + " -> " + channel.to(),
                    merger.watermark(i),
                    !merger.active(i),
                    merger.aligned(i) && merger.watermark(i) == lowest && lowest < Long.MAX_VALUE));
        }
    }

    /** Every partition of every source, and what stands for one where an operator makes watermarks. */
    public List<PartitionRow> partitions() {
        List<PartitionRow> rows = new ArrayList<>();
        for (Task task : execution.running()) {
            if (task.reader() != null) {
                addPartitions(task.reader(), rows);
            }
            if (task.own().assigned() != null) {
                rows.add(elements(task, task.own().assigned()));
            }
        }
        return rows;
    }

    /** The elements that pass an operator which makes watermarks of them. */
    private static PartitionRow elements(Task task, AssignedWatermarks assigned) {
        PartitionWatermark watermark = assigned.watermark();
        return new PartitionRow(
                task.head().name(),
                task.head().subtask(),
                ELEMENTS,
                watermark.watermark(),
                watermark.idle(),
                watermark.maxTimestamp(),
                0,
                0,
                Long.MAX_VALUE,
                watermark.idleTime(),
                "",
                assigned.bound());
    }

    private void addPartitions(SourceReader reader, List<PartitionRow> rows) {
        for (int i = 0; i < reader.partitions().size(); i++) {
            SourcePartition partition = reader.partitions().get(i);
            PartitionWatermark watermark = partition.watermark();
            rows.add(new PartitionRow(
                    reader.node().name(),
                    reader.subtask(),
                    partition.name(),
                    watermark.watermark(),
                    watermark.idle(),
                    watermark.maxTimestamp(),
                    partition.position(),
                    partition.waiting(execution.now()),
                    partition.nextArrival(),
                    watermark.idleTime(),
                    reader.aligned() == null ? "" : reader.aligned().reason(i),
                    reader.role().watermarks().bound()));
        }
    }

    /**
     * The partitions that hold back the watermark of an operator's subtask: through the channels with the lowest
     * watermark up to the sources, and there the lowest partitions that are not idle.
     */
    public List<PartitionRow> heldBy(String operator, int subtask) {
        List<PartitionRow> all = partitions();
        List<PartitionRow> holding = new ArrayList<>();
        for (OperatorSubtask source : lowestSources(operator, subtask)) {
            List<PartitionRow> own = all.stream()
                    .filter(row -> row.source().equals(source.name()) && row.subtask() == source.subtask())
                    .filter(row -> !row.idle())
                    .toList();
            long lowest = own.stream().mapToLong(PartitionRow::watermark).min().orElse(Long.MAX_VALUE);
            own.stream().filter(row -> row.watermark() == lowest).forEach(holding::add);
        }
        return holding;
    }

    /** The sources, or operators that make watermarks, which the watermark of a subtask waits for. */
    private List<OperatorSubtask> lowestSources(String operator, int subtask) {
        List<OperatorSubtask> sources = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(operator + "#" + subtask));
        for (int i = 0; i < open.size(); i++) {
            Task task = taskOf(open.get(i));
            if (task.reader() != null || task.own().assigned() != null) {
                sources.add(task.head());
                continue;
            }
            List<WatermarkRow> channels = new ArrayList<>();
            addChannels(task, channels);
            for (int j = 0; j < channels.size(); j++) {
                String from = task.inputs().get(j).from();
                if (channels.get(j).holdsBack() && !open.contains(from)) {
                    open.add(from);
                }
            }
        }
        return sources;
    }

    private Task taskOf(String operatorSubtask) {
        for (Task task : execution.running()) {
            for (OperatorSubtask each : task.chain()) {
                if (operatorSubtask.equals(each.name() + "#" + each.subtask())) {
                    return task;
                }
            }
        }
        throw new IllegalArgumentException("there is no '" + operatorSubtask + "'");
    }

    /** Every channel with what is in flight. */
    public List<ChannelRow> channels() {
        List<ChannelRow> rows = new ArrayList<>();
        for (Task task : execution.running()) {
            for (int i = 0; i < task.inputs().size(); i++) {
                Channel channel = task.inputs().get(i);
                rows.add(new ChannelRow(channel.from(), channel.to(), task.blocked(i), channel.inFlight()));
            }
            if (task.sorted() != null) {
                String to = task.head().name() + "#" + task.head().subtask();
                rows.add(new ChannelRow(
                        "sorted input", to, !task.hasSorted(), task.sorted().waiting()));
            }
        }
        return rows;
    }

    /** The regions of the job: what fails and starts again together. */
    public List<RegionRow> regions() {
        return execution.regions();
    }

    /** How many elements an operator dropped because they were late for all their windows. */
    public long droppedLate(String operator) {
        return subtasks(operator).stream()
                .mapToLong(OperatorSubtask::droppedLate)
                .sum();
    }

    /** The lowest watermark over all subtasks of an operator. */
    public long watermark(String operator) {
        return subtasks(operator).stream()
                .mapToLong(OperatorSubtask::watermark)
                .min()
                .orElse(Long.MIN_VALUE);
    }

    /** The lowest watermark over all operators that are not idle; the lowest of all when every one is. */
    public long watermark() {
        return subtasks().stream()
                .filter(subtask -> !subtask.idle())
                .mapToLong(OperatorSubtask::watermark)
                .min()
                .orElseGet(() -> subtasks().stream()
                        .mapToLong(OperatorSubtask::watermark)
                        .min()
                        .orElse(Long.MIN_VALUE));
    }

    /** Events of a source that have arrived by now and were not read yet. */
    public int waiting(String source) {
        int waiting = 0;
        for (Task task : execution.running()) {
            SourceReader reader = task.reader();
            if (reader != null && reader.node().name().equals(source)) {
                for (SourcePartition partition : reader.partitions()) {
                    waiting += partition.waiting(execution.now());
                }
            }
        }
        return waiting;
    }
}
