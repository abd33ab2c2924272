package dev.tidemark.engine.join;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessJoinFunction;
import dev.tidemark.engine.operator.FunctionContext;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.operator.TwoInputOperator;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.StateSchema;
import dev.tidemark.engine.state.StateTable;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.time.TimerEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pairs each element with those of the other side, of the same key, whose times lie close enough.
 *
 * <p>An element is late when its timestamp lies below the watermark, not at it: it finds no partner and is not kept. Any
 * other is paired at once with what the other side has so far, and kept until no partner of it can be in time. A pair's
 * result has the later of both timestamps. Where Flink leaves the order of an element's pairs open, it is fixed here: by
 * the partner's timestamp, then by its arrival. Source: Flink's {@code IntervalJoinOperator}.
 */
final class IntervalJoinOperator implements TwoInputOperator, ProcessJoinFunction.Context {
    private final ProcessJoinFunction<Object, Object, Object> function;
    private final Side left;
    private final Side right;
    private final Output<Object> output = result -> context().emit(Objects.requireNonNull(result), timestamp());
    private @Nullable OperatorContext context;
    private long leftTimestamp;
    private long rightTimestamp;

    IntervalJoinOperator(IntervalJoinSpec spec) {
        function = spec.function().instance();
        long lowest = spec.interval().lowest();
        long highest = spec.interval().highest();
        left = new Side(JoinSide.LEFT, lowest, highest, spec.left(), spec.leftLateTag());
        right = new Side(JoinSide.RIGHT, -highest, -lowest, spec.right(), spec.rightLateTag());
    }

    @Override
    public void open(OperatorContext given) throws Exception {
        context = given;
        left.open(given.keyed());
        right.open(given.keyed());
        FunctionContext.open(function, given);
    }

    private OperatorContext context() {
        return Objects.requireNonNull(context);
    }

    @Override
    public void element(Object value, long timestamp) throws Exception {
        if (left.takes(value, timestamp)) {
            IntervalBuffer partners = right.buffer();
            if (partners != null) {
                leftTimestamp = timestamp;
                long last = timestamp + left.highest;
                for (int i = partners.from(timestamp + left.lowest); partners.until(i, last); i++) {
                    rightTimestamp = partners.time(i);
                    function.processElement(value, partners.value(i), this, output);
                }
            }
        }
    }

    @Override
    public void element2(Object value, long timestamp) throws Exception {
        if (right.takes(value, timestamp)) {
            IntervalBuffer partners = left.buffer();
            if (partners != null) {
                rightTimestamp = timestamp;
                long last = timestamp + right.highest;
                for (int i = partners.from(timestamp + right.lowest); partners.until(i, last); i++) {
                    leftTimestamp = partners.time(i);
                    function.processElement(partners.value(i), value, this, output);
                }
            }
        }
    }

    @Override
    public void eventTimer(TimerEntry<Object> timer) {
        (timer.namespace() == JoinSide.LEFT ? left : right).clean(timer.timestamp());
    }

    @Override
    public long leftTimestamp() {
        return leftTimestamp;
    }

    @Override
    public long rightTimestamp() {
        return rightTimestamp;
    }

    @Override
    public long timestamp() {
        return Math.max(leftTimestamp, rightTimestamp);
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        context().emitSide(tag.name(), Objects.requireNonNull(value), timestamp());
    }

    /**
     * One side: its buffers, and how far from one of its elements, in milliseconds, partners lie. Sums of times wrap where
     * they overflow, as Flink's do.
     */
    private final class Side {
        private final JoinSide name;
        private final long lowest;
        private final long highest;
        private final Codec<Object> element;
        private final @Nullable String lateTag;
        private final StateTable.Change<IntervalBuffer, Object> added = this::added;
        private long addedAt;
        private @Nullable KeyedStore<Object> store;
        private @Nullable StateTable<Object, NoNamespace, IntervalBuffer> buffers;

        Side(JoinSide name, long lowest, long highest, Codec<Object> element, @Nullable String lateTag) {
            this.name = name;
            this.lowest = lowest;
            this.highest = highest;
            this.element = element;
            this.lateTag = lateTag;
        }

        void open(KeyedStore<Object> keyed) {
            store = keyed;
            buffers = keyed.table(new StateSchema<>(
                    name.toString(), "interval", Codecs.of(NoNamespace.class), IntervalBufferCodec.of(element)));
        }

        /** Keeps an element of this side, unless it is late. */
        boolean takes(Object value, long timestamp) {
            if (timestamp == Long.MIN_VALUE) {
                throw new IllegalStateException("the " + name + " input of an interval join got an element without a "
                        + "timestamp, by which it would find its partners; give its source event times");
            }
            OperatorContext at = context();
            if (timestamp < at.watermark()) {
                at.late(new Event(value, timestamp), lateTag == null);
                if (lateTag != null) {
                    at.emitSide(lateTag, value, timestamp);
                }
                return false;
            }
            Object key = keyed().key();
            addedAt = timestamp;
            IntervalBuffer after = table().change(key, NoNamespace.INSTANCE, value, added);
            keyed().listener().stateChanged(name.toString(), key, NoNamespace.INSTANCE, after);
            keyed().setTimer(name, highest > 0 ? timestamp + highest : timestamp, true);
            return true;
        }

        private IntervalBuffer added(@Nullable IntervalBuffer before, Object value) {
            IntervalBuffer buffer = before == null ? new IntervalBuffer() : before;
            buffer.add(addedAt, value);
            return buffer;
        }

        void clean(long at) {
            IntervalBuffer buffer = buffer();
            if (buffer == null) {
                return;
            }
            Object key = keyed().key();
            buffer.removeAt(highest > 0 ? at - highest : at);
            if (buffer.isEmpty()) {
                table().remove(key, NoNamespace.INSTANCE);
            } else {
                table().put(key, NoNamespace.INSTANCE, buffer);
            }
            keyed().listener()
                    .stateChanged(name.toString(), key, NoNamespace.INSTANCE, buffer.isEmpty() ? null : buffer);
        }

        @Nullable
        IntervalBuffer buffer() {
            return table().get(keyed().key(), NoNamespace.INSTANCE);
        }

        private KeyedStore<Object> keyed() {
            return Objects.requireNonNull(store);
        }

        private StateTable<Object, NoNamespace, IntervalBuffer> table() {
            return Objects.requireNonNull(buffers);
        }
    }
}
