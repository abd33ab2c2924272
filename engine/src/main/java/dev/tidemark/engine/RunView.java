package dev.tidemark.engine;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.runtime.ContentDigest;
import dev.tidemark.engine.runtime.Execution;
import dev.tidemark.engine.runtime.Inspector;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Transcript;
import dev.tidemark.engine.view.CallRow;
import dev.tidemark.engine.view.ChannelRow;
import dev.tidemark.engine.view.PartitionRow;
import dev.tidemark.engine.view.RegionRow;
import dev.tidemark.engine.view.StateRow;
import dev.tidemark.engine.view.TimerRow;
import dev.tidemark.engine.view.WatermarkRow;
import dev.tidemark.engine.view.WindowRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a run at the step where it stands; looking changes nothing.
 *
 * <p>Operators are asked about by name.
 */
public abstract class RunView {
    /** What runs. */
    protected abstract Execution execution();

    /** Looks into what runs. */
    protected Inspector inspector() {
        return new Inspector(execution());
    }

    /** What runs, as a value. */
    protected abstract Topology topology();

    /** The pipeline as a value. */
    public Topology describe() {
        return topology();
    }

    /** Steps done so far. */
    public long stepNumber() {
        return execution().steps();
    }

    /** Processing time. */
    public Instant clock() {
        return Instant.ofEpochMilli(execution().now());
    }

    /** Every keyed value of every operator. */
    public List<StateRow> state() {
        return ofAll(inspector()::state, any -> true);
    }

    /** The open windows of every operator that has windows. */
    public List<WindowRow> windows() {
        return ofAll(inspector()::windows, Node::windowed);
    }

    /** The timers of every operator. */
    public List<TimerRow> timers() {
        return ofAll(inspector()::timers, any -> true);
    }

    /** What every operator that asks something outside has in flight. */
    public List<CallRow> calls() {
        return ofAll(inspector()::calls, any -> true);
    }

    private <R> List<R> ofAll(Function<String, List<R>> rows, Predicate<Node> which) {
        List<R> all = new ArrayList<>();
        topology().nodes().stream().filter(which).forEach(node -> all.addAll(rows.apply(node.name())));
        return all;
    }

    /** Every keyed value of an operator. */
    public List<StateRow> state(String operator) {
        return inspector().state(operator);
    }

    /** The open windows of an operator, the first to end first. */
    public List<WindowRow> windows(String operator) {
        return inspector().windows(operator);
    }

    /** The timers of an operator, in the order in which they will fire. */
    public List<TimerRow> timers(String operator) {
        return inspector().timers(operator);
    }

    /** What an operator that asks something outside has in flight, in the order in which it came. */
    public List<CallRow> calls(String operator) {
        return inspector().calls(operator);
    }

    /** Every watermark: by partition, source, channel and operator. */
    public List<WatermarkRow> watermarks() {
        return inspector().watermarks();
    }

    /** Every partition of every source, and how far it has come. */
    public List<PartitionRow> partitions() {
        return inspector().partitions();
    }

    /** The partitions that hold back the watermark of an operator's subtask. */
    public List<PartitionRow> heldBy(String operator, int subtask) {
        return inspector().heldBy(operator, subtask);
    }

    /** The watermark of the whole pipeline, the lowest over all operators, in milliseconds. */
    public long watermark() {
        return inspector().watermark();
    }

    /** The lowest watermark of an operator's subtasks, in milliseconds. */
    public long watermark(String operator) {
        return inspector().watermark(operator);
    }

    /** Every channel with what is in flight. */
    public List<ChannelRow> channels() {
        return inspector().channels();
    }

    /** What fails and starts again together, and when that is if it has failed. */
    public List<RegionRow> regions() {
        return inspector().regions();
    }

    /** How many elements an operator dropped because they were late for all their windows. */
    public long droppedLate(String operator) {
        return inspector().droppedLate(operator);
    }

    /** What a sink has collected so far, in order. */
    @SuppressWarnings("unchecked")
    public <T> List<T> output(Collected<T> sink) {
        List<T> values = new ArrayList<>();
        for (Emission<Object> emission : output(sink.sink())) {
            values.add((T) emission.value());
        }
        return values;
    }

    /** What a sink has collected so far, each with where and when. */
    @SuppressWarnings("unchecked")
    public <T> List<Emission<T>> emissions(Collected<T> sink) {
        return (List<Emission<T>>) (List<?>) output(sink.sink());
    }

    /** What the sink of this name has collected so far. */
    public List<Emission<Object>> output(String sink) {
        topology().node(sink);
        return execution().output(sink);
    }

    /** The checkpoints that are complete, oldest first. */
    public List<Checkpoint> checkpoints() {
        return execution().checkpoints();
    }

    /** Inputs, outputs and late elements since the start, in the project's text format. */
    public abstract Transcript transcript();

    /** The rolling structural digest: equal for equal runs. */
    public long digest() {
        return execution().digest();
    }

    /** The digest of everything that the run holds, by content. */
    public String contentDigest() {
        return ContentDigest.of(execution());
    }

    /** Why the job has failed, or null. */
    public @Nullable String failure() {
        return execution().failure();
    }

    /** Whether nothing is left to do at this instant, so that only the clock or the user can move on. */
    public boolean settled() {
        return !execution().readyNow();
    }

    /** Whether every source has ended and everything is done. */
    public boolean finished() {
        return execution().finished();
    }

    /** Why a step would find nothing to do. */
    final String whyNothing() {
        return execution().finished()
                ? "the run is over: every source has ended"
                : "nothing is left to do until something is sent by hand";
    }
}
