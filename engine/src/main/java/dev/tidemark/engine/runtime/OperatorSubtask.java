package dev.tidemark.engine.runtime;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.operator.KeyedListener;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.operator.TwoInputOperator;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.SimulatedClock;
import dev.tidemark.engine.time.TimerEntry;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.view.StateRow;
import dev.tidemark.engine.window.Timing;
import dev.tidemark.engine.window.Window;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One subtask of one operator, inside a task: its state, its watermark and where its elements go. */
final class OperatorSubtask implements OperatorContext {
    private final Node node;
    private final int subtask;
    private final Operator operator;
    private final SimulatedClock clock;
    private final Recorder recorder;
    private final int parallelism;
    private final int maxParallelism;
    private Target[] main = {};
    private final Outlets outlets = new Outlets();
    private @Nullable KeyedStore<Object> store;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable KeySelector<Object, Object>[] selectors = new KeySelector[2];

    private long watermark = Watermark.BEGINNING;
    private boolean idle;
    private long droppedLate;
    private boolean timersAtKeyEnd;
    private final Outside outside;
    private final Notes notes;
    private LongConsumer release = watermark -> {};

    OperatorSubtask(
            Node node,
            int subtask,
            int parallelism,
            Operator operator,
            SimulatedClock clock,
            Recorder recorder,
            Outside outside,
            int maxParallelism) {
        this.outside = outside;
        this.notes = new Notes(node.name(), node.id(), subtask, recorder);
        this.maxParallelism = maxParallelism;
        this.node = node;
        this.subtask = subtask;
        this.parallelism = parallelism;
        this.operator = operator;
        this.clock = clock;
        this.recorder = recorder;
    }

    /** The given input has keys; the store is made for the first that has. */
    void keyedBy(int input, KeySelector<Object, Object> selector, Supplier<KeyedStore<Object>> keyedStore) {
        selectors[input] = selector;
        if (store == null) {
            store = keyedStore.get();
        }
    }

    void sendTo(@Nullable String side, Target target) {
        if (side == null) {
            main = Arrays.copyOf(main, main.length + 1);
            main[main.length - 1] = target;
        } else {
            outlets.side(side, target);
        }
        if (target instanceof Target.Network channels) {
            outlets.network(channels);
        }
    }

    /** Who takes a watermark that the operator has held. */
    void releasing(LongConsumer taker) {
        release = taker;
    }

    void open() {
        try {
            operator.open(this);
        } catch (Exception e) {
            throw failed(null, "while it was opened", e);
        }
    }

    /** What hears of changes in state and timers. */
    KeyedListener notes() {
        return notes;
    }

    Node node() {
        return node;
    }

    Operator operator() {
        return operator;
    }

    @Nullable
    KeyedStore<Object> store() {
        return store;
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public int maxParallelism() {
        return maxParallelism;
    }

    boolean idle() {
        return idle;
    }

    long droppedLate() {
        return droppedLate;
    }

    // ---- elements and timers in

    /** Takes an element; {@code said} is its key where the sender has read that already. */
    void element(int input, @Nullable Object said, Object value, long timestamp) {
        Object key = said;
        try {
            KeySelector<Object, Object> selector = selectors[input];
            if (selector != null) {
                if (key == null) {
                    key = Objects.requireNonNull(selector.key(value), "the key is null");
                }
                Objects.requireNonNull(store).setKey(key);
                recorder.mix(node.id(), key.hashCode());
            } else if (store != null) {
                store.noKey();
            }
            if (input == 0) {
                operator.element(value, timestamp);
            } else {
                ((TwoInputOperator) operator).element2(value, timestamp);
            }
        } catch (Throwable e) {
            throw failed(key, "element " + ValueText.print(value), e);
        }
    }

    /** What the failure of a function is, unless it has been told already by an operator further down. */
    private FunctionFailure failed(@Nullable Object key, String at, Throwable e) {
        return e instanceof FunctionFailure told ? told : new FunctionFailure(node.name(), subtask, key, at, e);
    }

    /** Passes on what a source has read. */
    void emitRead(Object value, long timestamp) {
        try {
            emit(value, timestamp);
        } catch (Throwable e) {
            throw failed(null, "element " + ValueText.print(value), e);
        }
    }

    /** Whether somebody wants to know what a step was. */
    boolean telling() {
        return recorder.telling();
    }

    boolean hasEventTimer() {
        return store != null && store.eventTimers().hasUntil(watermark);
    }

    /** When the next processing-time timer is due: a millisecond after its own time. */
    long nextProcessingTimer() {
        long next = store == null || timersAtKeyEnd
                ? Long.MAX_VALUE
                : store.processingTimers().nextTime();
        return next == Long.MAX_VALUE ? next : next + 1;
    }

    /** Fires the first timer that is due and returns it. */
    TimerEntry<Object> fire(boolean eventTime) {
        return fire(eventTime, eventTime ? watermark : clock.now() - 1);
    }

    /** Fires the first timer at or before {@code until}, which there is. */
    TimerEntry<Object> fire(boolean eventTime, long until) {
        KeyedStore<Object> keyed = Objects.requireNonNull(store);
        TimerEntry<Object> timer =
                Objects.requireNonNull((eventTime ? keyed.eventTimers() : keyed.processingTimers()).pollUntil(until));
        keyed.setKey(timer.key());
        recorder.mix(timer.timestamp(), timer.key().hashCode());
        try {
            if (eventTime) {
                operator.eventTimer(timer);
            } else {
                operator.processingTimer(timer);
            }
        } catch (Throwable e) {
            throw failed(timer.key(), "timer " + Times.text(timer.timestamp()), e);
        }
        return timer;
    }

    // ---- in batch, where timers fire when their key is over

    /** No timer fires before. */
    void timersAtKeyEnd() {
        timersAtKeyEnd = true;
    }

    /** How an input's keys are read, null for an input without. */
    @Nullable
    KeySelector<Object, Object> selector(int input) {
        return selectors[input];
    }

    // ---- watermarks

    void advance(long to) {
        if (to > watermark) {
            watermark = to;
            recorder.mix(node.id(), to);
            if (recorder.detailed()) {
                recorder.add(new Effect.WatermarkRose(node.name(), subtask, to));
            }
        }
    }

    void status(WatermarkStatus status) {
        idle = status == WatermarkStatus.IDLE;
        recorder.mix(node.id(), idle ? 1 : 0);
        if (recorder.detailed()) {
            recorder.add(new Effect.StatusChanged(node.name(), subtask, status));
        }
        broadcast(status);
    }

    /** Sends into every channel of every edge. */
    void broadcast(StreamElement element) {
        outlets.broadcast(element);
    }

    // ---- what the operator asks

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public int subtask() {
        return subtask;
    }

    @Override
    public void emit(Object value, long timestamp) {
        recorder.mix(node.id(), timestamp);
        for (Target target : main) {
            target.element(value, timestamp);
        }
    }

    @Override
    public void emitSide(String tag, Object value, long timestamp) {
        recorder.mix(~node.id(), timestamp);
        outlets.emitSide(tag, value, timestamp);
    }

    @Override
    public boolean hasSide(String tag) {
        return outlets.hasSide(tag);
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public long processingTime() {
        return clock.now();
    }

    @Override
    public KeyedStore<Object> keyed() {
        if (store == null) {
            throw new IllegalStateException(
                    "operator '" + node.name() + "' has no keyed state or timers: its input is not keyed; use keyBy");
        }
        return store;
    }

    @Override
    public void late(Event element, boolean dropped) {
        droppedLate += dropped ? 1 : 0;
        notes.late(keyed().key(), element);
    }

    @Override
    public void fired(Object key, Window window, Timing timing) {
        notes.fired(key, window, timing);
    }

    @Override
    public void pass(long to) {
        if (!idle) {
            release.accept(to);
        }
    }

    @Override
    public long draw(long n) {
        return outside.draw(node.id(), subtask, n);
    }

    @Override
    public void broadcastChanged(String state, Object key, @Nullable Object after) {
        notes.stateChanged(state, key, StateRow.BROADCAST, after);
    }

    @Override
    public byte[] outside(long n, Callable<byte[]> asking) throws Exception {
        return outside.ask(node.name(), subtask, n, asking);
    }

    @Override
    public void called(Object about, int attempt, long answerMillis) {
        notes.called(about, attempt, answerMillis);
    }

    // ---- snapshot

    void snapshotProgress(ByteSink out) {
        out.writeLong(watermark);
        out.writeBoolean(idle);
    }

    void restoreProgress(ByteSource in) {
        watermark = in.readLong();
        idle = in.readBoolean();
    }

    void snapshot(ByteSink out) {
        snapshotProgress(out);
        out.writeLong(droppedLate);
        outlets.snapshot(out);
        operator.snapshot(out);
        if (store != null) {
            store.snapshot(out);
        }
    }

    void restore(ByteSource in) {
        restoreProgress(in);
        droppedLate = in.readLong();
        outlets.restore(in);
        operator.restore(in);
        if (store != null) {
            store.restore(in);
        }
    }

    /** Takes over the watermark of the checkpoint, where the run keeps watermarks in checkpoints. */
    void watermark(long kept) {
        watermark = kept;
    }
}
