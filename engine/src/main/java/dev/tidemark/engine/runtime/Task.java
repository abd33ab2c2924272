package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Barrier;
import dev.tidemark.engine.element.ElementReceiver;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.operator.BroadcastOperator;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.InputWatermarks;
import dev.tidemark.engine.time.WatermarkMerger;
import dev.tidemark.engine.transcript.Happening;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One subtask of a chain of operators: takes elements from a source or from channels, and aligns barriers. */
final class Task implements ElementReceiver, WatermarkMerger.Output {
    private final int index;
    private final Chain chain;
    private final List<Channel> inputs;
    private final Channel[] channels;
    private final OperatorSubtask head;
    private final InputWatermarks merger;
    private final ChannelGate gate;
    private final @Nullable SourceReader reader;
    private final OwnWatermarks own;
    private final Coordinator coordinator;
    private final Recorder recorder;
    private final Consumer<StreamElement> intoChain;
    private int current;
    private @Nullable Happening happening;
    private @Nullable SortedInput sorted;

    Task(
            int index,
            Chain chain,
            List<Channel> inputs,
            @Nullable SourceReader reader,
            @Nullable AssignedWatermarks assigned,
            Coordinator coordinator,
            Recorder recorder) {
        this.index = index;
        this.chain = chain;
        this.intoChain = chain::add;
        this.inputs = List.copyOf(inputs);
        this.channels = inputs.toArray(new Channel[0]);
        this.head = chain.head();
        this.merger = new InputWatermarks(inputs.stream()
                .mapToInt(Channel::input)
                .map(head.node()::mergedInput)
                .toArray());
        this.gate = new ChannelGate(inputs.size(), coordinator.aligns());
        this.reader = reader;
        this.own = new OwnWatermarks(chain, reader, assigned);
        this.coordinator = coordinator;
        this.recorder = recorder;
    }

    /** In batch, what comes in by key is sorted first, and a broadcast stream comes before the other. */
    void takesAllAtOnce() {
        if (head.node().keyed()) {
            sorted = new SortedInput(head, channels);
        } else if (head.operator() instanceof BroadcastOperator) {
            gate.takesLast(channels, 0);
        }
    }

    /** What is sorted; null for a task that takes everything as it comes. */
    @Nullable
    SortedInput sorted() {
        return sorted;
    }

    int index() {
        return index;
    }

    OperatorSubtask head() {
        return head;
    }

    List<OperatorSubtask> chain() {
        return chain.operators();
    }

    List<Channel> inputs() {
        return inputs;
    }

    InputWatermarks merger() {
        return merger;
    }

    @Nullable
    SourceReader reader() {
        return reader;
    }

    OwnWatermarks own() {
        return own;
    }

    boolean finished() {
        return chain.finished();
    }

    /** It has failed, or others that it hangs together with: nothing moves any more, another will take its place. */
    void stop() {
        chain.stop();
        own.stop();
    }

    /** Whether nothing is taken from a channel: its barrier has come before others, or an operator is full. */
    boolean blocked(int channel) {
        return gate.waits(channel) || chain.full();
    }

    /** Whether the first element of a channel can be taken. */
    boolean deliverable(int channel) {
        return !channels[channel].isEmpty() && !blocked(channel);
    }

    /** Whether a source's partition can be read. */
    boolean readable(int partition, long now) {
        return reader != null && reader.readable(partition, now) && !chain.full();
    }

    /** Whether a source can end. */
    boolean canEnd(long now) {
        return reader != null && reader.canEnd(now) && !chain.full();
    }

    /** Whether a source can inject a barrier; at its end it is too late. */
    boolean takesBarrier() {
        return reader != null && !chain.full() && !chain.ending();
    }

    /** When the next probe of watermarks that changes something is due. */
    long nextProbe() {
        return own.nextProbe();
    }

    /** When the next comparison of an alignment group is due that this task does. */
    long nextComparison() {
        return reader == null ? Long.MAX_VALUE : reader.nextComparison();
    }

    /** When the next recorded event arrives that could be read then. */
    long nextArrival(long now) {
        return reader == null || chain.full() ? Long.MAX_VALUE : reader.nextArrival(now);
    }

    // ---- work, one step each

    /** Reads the next entry of a source's partition. */
    @Nullable
    Happening read(int partition, long now) {
        SourceReader source = Objects.requireNonNull(reader);
        SourcePartition from = source.partitions().get(partition);
        if (from.eventNext()) {
            readEvent(from, partition);
        } else {
            StreamElement mark = from.mark();
            from.advance();
            SourceMark entry = new SourceMark(head, source, from, now, intoChain, recorder);
            mark.deliverTo(entry);
            happening = entry.happening();
        }
        resume();
        return happening;
    }

    private void readEvent(SourcePartition from, int partition) {
        Object value = from.value();
        long timestamp = from.timestamp();
        from.advance();
        recorder.mix(head.node().id(), timestamp);
        if (recorder.telling()) {
            happening = new Happening.EventRead(head.name(), head.subtask(), from.name(), value, timestamp);
        }
        head.emitRead(value, timestamp);
        own.read(partition, value, timestamp, intoChain);
    }

    Happening probe(long now) {
        own.probe(now, intoChain);
        recorder.mix(index, now);
        resume();
        return new Happening.Probed(head().name(), head().subtask());
    }

    /** Compares the sources of an alignment group. */
    Happening compare(long now) {
        recorder.mix(index, now);
        return own.compare(now);
    }

    Happening endSource(long now) {
        Objects.requireNonNull(reader).end(now, intoChain);
        recorder.mix(index, -1);
        resume();
        return new Happening.SourceEnded(head().name(), head().subtask());
    }

    Happening injectBarrier(long checkpoint) {
        recorder.mix(index, checkpoint);
        complete(checkpoint);
        return new Happening.BarrierMet(head().name(), head().subtask(), null, checkpoint, 0);
    }

    /** Takes the first element of a channel. */
    @Nullable
    Happening deliver(int channel) {
        current = channel;
        Channel from = channels[channel];
        if (from.eventNext()) {
            long timestamp = from.timestampNext();
            Object key = from.keyNext();
            event(from, key, from.take(), timestamp);
        } else {
            ((StreamElement) from.take()).deliverTo(this);
        }
        resume();
        return happening;
    }

    private void event(Channel from, @Nullable Object key, Object value, long timestamp) {
        recorder.mix(index, timestamp);
        if (sorted != null && sorted.sorts(current)) {
            happening = new Happening.EventSorted(head.name(), head.subtask(), from.from(), value, timestamp);
            sorted.add(current, key, value, timestamp);
            return;
        }
        if (recorder.telling()) {
            happening = new Happening.EventDelivered(head.name(), head.subtask(), from.from(), value, timestamp);
        }
        head.element(from.input(), key, value, timestamp);
        own.passed(value, intoChain);
    }

    /** Whether a watermark's advance has a timer to fire, which goes before everything else. */
    boolean hasPending() {
        return chain.hasPending();
    }

    /** Fires the next timer of a watermark's advance. */
    @Nullable
    Happening fireEventTimer() {
        Happening fired = chain.fireEventTimer();
        noteOutcome();
        return fired;
    }

    /** When the next operator wants something of processing time: a timer, or to be woken up. */
    long nextProcessingTime() {
        return chain.nextProcessingTime();
    }

    /** Fires the first processing-time timer that is due, or wakes up the operator that is. */
    Happening fireProcessingTime() {
        Happening happened = chain.fireProcessingTime();
        noteOutcome();
        return happened;
    }

    private void resume() {
        if (chain.quiet() && !chain.canHold()) {
            return;
        }
        chain.resume();
        noteOutcome();
    }

    /** What has found room is seen by the watermarks; a task that is over stores its state for a checkpoint under way. */
    private void noteOutcome() {
        own.look(intoChain);
        if (chain.finished()) {
            coordinator.finished(this);
        }
    }

    // ---- elements from channels

    private String from() {
        return inputs.get(current).from();
    }

    @Override
    public void event(Event event) {
        throw new IllegalStateException("events do not come as objects");
    }

    @Override
    public void watermark(Watermark watermark) {
        recorder.mix(~index, watermark.timestamp());
        happening = new Happening.WatermarkDelivered(head().name(), head().subtask(), from(), watermark.timestamp());
        merger.watermark(current, watermark.timestamp(), this);
    }

    /** The merged watermark rose. */
    @Override
    public void watermark(long merged) {
        if (sorted != null) {
            sorted.watermark(merged);
        } else {
            own.came(merged, intoChain);
        }
    }

    private boolean statusFromMerger;

    @Override
    public void status(WatermarkStatus status) {
        if (statusFromMerger) {
            if (own.assigned() == null) {
                chain.add(status);
            }
            return;
        }
        recorder.mix(~index, status == WatermarkStatus.IDLE ? 1 : 2);
        happening = new Happening.StatusDelivered(head().name(), head().subtask(), from(), status);
        statusFromMerger = true;
        merger.status(current, status, this);
        statusFromMerger = false;
    }

    @Override
    public void barrier(Barrier met) {
        recorder.mix(~index, met.checkpoint());
        int missing = gate.barrier(current, met.checkpoint());
        happening = new Happening.BarrierMet(head().name(), head().subtask(), from(), met.checkpoint(), missing);
        if (missing == 0) {
            complete(met.checkpoint());
        }
    }

    @Override
    public void endOfInput() {
        recorder.mix(~index, -1);
        happening = new Happening.EndDelivered(head().name(), head().subtask(), from());
        gate.end(current);
        if (gate.barrier() != 0 && gate.missing() == 0) {
            complete(gate.barrier());
        }
        if (gate.allEnded()) {
            own.end(intoChain);
            if (sorted == null) {
                chain.add(EndOfInput.INSTANCE);
            } else {
                sorted.complete(intoChain);
            }
        }
    }

    /** Whether there is something sorted to hand over. */
    boolean hasSorted() {
        return sorted != null && sorted.hasNext() && !chain.full();
    }

    /** Hands over the next of what is sorted, or fires a timer of a key that is over. */
    Happening takeSorted() {
        recorder.mix(index, ~0L);
        Happening taken = Objects.requireNonNull(sorted).step(intoChain);
        resume();
        return taken;
    }

    private void complete(long checkpoint) {
        coordinator.acknowledge(checkpoint, this);
        chain.operators().forEach(operator -> operator.broadcast(new Barrier(checkpoint)));
        gate.open();
    }

    // ---- snapshot

    void snapshot(ByteSink out) {
        gate.snapshot(out);
        if (sorted != null) {
            sorted.snapshot(out);
        }
        merger.snapshot(out);
        own.snapshot(out);
        chain.snapshot(out);
    }

    void restore(ByteSource in) {
        gate.restore(in);
        if (sorted != null) {
            sorted.restore(in);
        }
        merger.restore(in);
        own.restore(in);
        chain.restore(in);
    }
}
