package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Barrier;
import dev.tidemark.engine.element.ElementReceiver;
import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.InputWatermarks;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.time.WatermarkMerger;
import dev.tidemark.engine.transcript.Happening;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One subtask of a chain of operators.
 *
 * <p>A watermark goes through the chain operator by operator: each fires its timers, one a step, and only then passes
 * the watermark on. Until that is over the task has {@linkplain #hasPending() pending} work, which goes before
 * everything else.
 */
final class Task implements ElementReceiver, WatermarkMerger.Output {
    private static final int NOT_ADVANCING = -1;

    private final int index;
    private final List<OperatorSubtask> chain;
    private final List<Channel> inputs;
    private final Channel[] channels;
    private final OperatorSubtask head;
    private final OperatorSubtask[] withTimers;
    private final InputWatermarks merger;
    private final boolean[] ended;
    private final boolean[] arrived;
    private final @Nullable SourceReader reader;
    private final Coordinator coordinator;
    private final Recorder recorder;
    private final ArrayDeque<StreamElement> pending = new ArrayDeque<>();
    private final Consumer<StreamElement> intoPending = pending::add;
    private int advancing = NOT_ADVANCING;
    private long advanceTo;
    private long barrier;
    private boolean finished;
    private int current;
    private @Nullable Happening happening;

    Task(
            int index,
            List<OperatorSubtask> chain,
            List<Channel> inputs,
            @Nullable SourceReader reader,
            Coordinator coordinator,
            Recorder recorder) {
        this.index = index;
        this.chain = List.copyOf(chain);
        this.inputs = List.copyOf(inputs);
        this.channels = inputs.toArray(new Channel[0]);
        this.head = chain.get(0);
        this.withTimers =
                chain.stream().filter(operator -> operator.store() != null).toArray(OperatorSubtask[]::new);
        this.merger = new InputWatermarks(
                inputs.stream().mapToInt(head()::mergedInput).toArray());
        this.ended = new boolean[inputs.size()];
        this.arrived = new boolean[inputs.size()];
        this.reader = reader;
        this.coordinator = coordinator;
        this.recorder = recorder;
    }

    int index() {
        return index;
    }

    OperatorSubtask head() {
        return head;
    }

    List<OperatorSubtask> chain() {
        return chain;
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

    boolean finished() {
        return finished;
    }

    /** The checkpoint whose barrier this task waits for in some channels, or 0. */
    long aligning() {
        return barrier;
    }

    boolean blocked(int channel) {
        return arrived[channel];
    }

    // ---- work, one step each

    /** Reads the next entry of a source's partition. */
    @Nullable
    Happening read(int partition, long now) {
        SourceReader source = Objects.requireNonNull(reader);
        SourcePartition from = source.partitions().get(partition);
        if (from.eventNext()) {
            readEvent(source, from, now);
        } else {
            StreamElement mark = from.mark();
            from.advance();
            SourceMark entry = new SourceMark(head, source, from, now, intoPending, recorder);
            mark.deliverTo(entry);
            happening = entry.happening();
        }
        resume();
        return happening;
    }

    private void readEvent(SourceReader source, SourcePartition from, long now) {
        Object value = from.value();
        long timestamp = from.timestamp();
        from.advance();
        recorder.mix(head.node().id(), timestamp);
        if (recorder.telling()) {
            happening = new Happening.EventRead(head.name(), head.subtask(), from.name(), value, timestamp);
        }
        head.emitRead(value, timestamp);
        source.saw(from, value, timestamp, now, intoPending);
    }

    Happening probe(long now) {
        Objects.requireNonNull(reader).probe(now, intoPending);
        recorder.mix(index, now);
        resume();
        return new Happening.Probed(head().name(), head().subtask());
    }

    Happening endSource(long now) {
        Objects.requireNonNull(reader).end(intoPending);
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
            if (advancing == NOT_ADVANCING && pending.isEmpty()) {
                return happening;
            }
        } else {
            ((StreamElement) from.take()).deliverTo(this);
        }
        resume();
        return happening;
    }

    private void event(Channel from, @Nullable Object key, Object value, long timestamp) {
        recorder.mix(index, timestamp);
        if (recorder.telling()) {
            happening = new Happening.EventDelivered(head.name(), head.subtask(), from.from(), value, timestamp);
        }
        head.element(from.input(), key, value, timestamp);
    }

    boolean hasPending() {
        return advancing != NOT_ADVANCING;
    }

    /** Fires the next timer of a watermark's advance. */
    Happening fireEventTimer() {
        OperatorSubtask operator = chain.get(advancing);
        Happening fired = timer(operator, operator.fire(true), true);
        resume();
        return fired;
    }

    /** When the next processing-time timer of the task is due. */
    long nextProcessingTimer() {
        long next = Long.MAX_VALUE;
        if (!finished) {
            for (OperatorSubtask operator : withTimers) {
                next = Math.min(next, operator.nextProcessingTimer());
            }
        }
        return next;
    }

    /** Fires the first processing-time timer that is due. */
    Happening fireProcessingTimer() {
        OperatorSubtask first = withTimers[0];
        for (OperatorSubtask operator : withTimers) {
            if (operator.nextProcessingTimer() < first.nextProcessingTimer()) {
                first = operator;
            }
        }
        return timer(first, first.fire(false), false);
    }

    private static Happening timer(OperatorSubtask operator, TimerEntry<Object> timer, boolean eventTime) {
        return new Happening.TimerFired(
                operator.name(), operator.subtask(), timer.key(), timer.namespace(), timer.timestamp(), eventTime);
    }

    /** Goes on with what is pending until a timer has to fire, which is a step of its own. */
    private void resume() {
        while (true) {
            while (advancing != NOT_ADVANCING) {
                OperatorSubtask operator = chain.get(advancing);
                operator.advance(advanceTo);
                if (operator.hasEventTimer()) {
                    return;
                }
                operator.broadcast(new Watermark(advanceTo));
                advancing = advancing + 1 < chain.size() ? advancing + 1 : NOT_ADVANCING;
            }
            StreamElement next = pending.poll();
            if (next == null) {
                return;
            }
            next.deliverTo(downTheChain);
        }
    }

    private final ElementReceiver downTheChain = new ElementReceiver() {
        @Override
        public void event(Event event) {
            throw new IllegalStateException("events are not pending");
        }

        @Override
        public void watermark(Watermark watermark) {
            advancing = 0;
            advanceTo = watermark.timestamp();
        }

        @Override
        public void status(WatermarkStatus status) {
            chain.forEach(operator -> operator.status(status));
        }

        @Override
        public void barrier(Barrier passing) {
            throw new IllegalStateException("barriers are not pending");
        }

        @Override
        public void endOfInput() {
            finished = true;
            chain.forEach(operator -> operator.broadcast(EndOfInput.INSTANCE));
            coordinator.finished(Task.this);
        }
    };

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
        pending.add(new Watermark(merged));
    }

    private boolean statusFromMerger;

    @Override
    public void status(WatermarkStatus status) {
        if (statusFromMerger) {
            pending.add(status);
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
        barrier = met.checkpoint();
        arrived[current] = true;
        int missing = missing();
        happening = new Happening.BarrierMet(head().name(), head().subtask(), from(), met.checkpoint(), missing);
        if (missing == 0) {
            complete(barrier);
        }
    }

    @Override
    public void endOfInput() {
        recorder.mix(~index, -1);
        happening = new Happening.EndDelivered(head().name(), head().subtask(), from());
        ended[current] = true;
        if (barrier != 0 && missing() == 0) {
            complete(barrier);
        }
        for (boolean each : ended) {
            if (!each) {
                return;
            }
        }
        pending.add(EndOfInput.INSTANCE);
    }

    /** In how many channels the barrier is still to come. */
    private int missing() {
        int missing = 0;
        for (int i = 0; i < arrived.length; i++) {
            missing += arrived[i] || ended[i] ? 0 : 1;
        }
        return missing;
    }

    private void complete(long checkpoint) {
        coordinator.acknowledge(checkpoint, this);
        chain.forEach(operator -> operator.broadcast(new Barrier(checkpoint)));
        barrier = 0;
        java.util.Arrays.fill(arrived, false);
    }

    /** Starts at a watermark that was reached before; a source says its own again at once. */
    void resumeAt(long watermark) {
        merger.resumeAt(watermark);
        if (reader != null) {
            reader.sayAgain();
        }
        chain.forEach(operator -> operator.watermark(watermark));
    }

    /** How far each input has come, and each operator: what a checkpoint keeps for the run that wants it. */
    byte[] progress() {
        ByteSink out = new ByteSink();
        out.writeVarInt(inputs.size());
        out.writeVarInt(chain.size());
        merger.snapshot(out);
        if (reader != null) {
            reader.snapshotProgress(out);
        }
        chain.forEach(operator -> operator.snapshotProgress(out));
        return out.toBytes();
    }

    /** Whether {@code progress} is that of a task with as many inputs and operators. */
    boolean fits(byte[] progress) {
        ByteSource in = new ByteSource(progress);
        return in.readVarInt() == inputs.size() && in.readVarInt() == chain.size();
    }

    /** Starts where a task like this one was. */
    void progress(byte[] progress) {
        ByteSource in = new ByteSource(progress);
        in.readVarInt();
        in.readVarInt();
        merger.restore(in);
        if (reader != null) {
            reader.restoreProgress(in);
        }
        chain.forEach(operator -> operator.restoreProgress(in));
    }

    // ---- snapshot

    void snapshot(ByteSink out) {
        out.writeVarInt(advancing);
        out.writeLong(advanceTo);
        out.writeLong(barrier);
        out.writeBoolean(finished);
        for (int i = 0; i < inputs.size(); i++) {
            out.writeBoolean(ended[i]);
            out.writeBoolean(arrived[i]);
        }
        Channel waiting = new Channel("", "", 0, head().node().output());
        pending.forEach(waiting::send);
        waiting.snapshot(out);
        merger.snapshot(out);
        if (reader != null) {
            reader.snapshot(out);
        }
        chain.forEach(operator -> operator.snapshot(out));
    }

    void restore(ByteSource in) {
        advancing = in.readVarInt();
        advanceTo = in.readLong();
        barrier = in.readLong();
        finished = in.readBoolean();
        for (int i = 0; i < inputs.size(); i++) {
            ended[i] = in.readBoolean();
            arrived[i] = in.readBoolean();
        }
        Channel waiting = new Channel("", "", 0, head().node().output());
        waiting.restore(in);
        pending.clear();
        pending.addAll(waiting.inFlight());
        merger.restore(in);
        if (reader != null) {
            reader.restore(in);
        }
        chain.forEach(operator -> operator.restore(in));
    }
}
