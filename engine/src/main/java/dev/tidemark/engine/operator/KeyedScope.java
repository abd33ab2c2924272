package dev.tidemark.engine.operator;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.TimerService;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.time.TimerEntry;
import java.util.Objects;

/**
 * The element or timer that a keyed function sees, with its key, its timers and where results go.
 *
 * <p>Results of an element carry the element's timestamp, those of an event-time timer the timer's, those of a
 * processing-time timer none; what goes to side outputs carries the timer's timestamp for both kinds. Source: Flink's
 * {@code KeyedProcessOperator}.
 */
class KeyedScope implements KeyedProcessFunction.TimerContext<Object>, TimerService {
    private final OperatorContext context;
    private final Output<Object> output;
    private final ScopedState<NoNamespace> state;
    private long timestamp;
    private boolean eventTime = true;

    KeyedScope(OperatorContext context) {
        this.context = context;
        this.output =
                result -> context.emit(Objects.requireNonNull(result), eventTime ? timestamp : Event.NO_TIMESTAMP);
        this.state = new ScopedState<>(context.keyed(), "", Codecs.of(NoNamespace.class), () -> NoNamespace.INSTANCE);
    }

    /** The function's state, that of the key alone. */
    ScopedState<NoNamespace> state() {
        return state;
    }

    Output<Object> output() {
        return output;
    }

    /** Now an element is seen. */
    KeyedScope element(long elementTimestamp) {
        timestamp = elementTimestamp;
        eventTime = true;
        return this;
    }

    /** Now a timer is seen. */
    KeyedScope timer(TimerEntry<Object> timer, boolean isEventTime) {
        timestamp = timer.timestamp();
        eventTime = isEventTime;
        return this;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public boolean eventTime() {
        return eventTime;
    }

    @Override
    public Object key() {
        return context.keyed().key();
    }

    @Override
    public TimerService timers() {
        return this;
    }

    @Override
    public long watermark() {
        return context.watermark();
    }

    @Override
    public long processingTime() {
        return context.processingTime();
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        context.emitSide(tag.name(), Objects.requireNonNull(value), timestamp);
    }

    @Override
    public void registerEventTimeTimer(long at) {
        context.keyed().setTimer(NoNamespace.INSTANCE, at, true);
    }

    @Override
    public void registerProcessingTimeTimer(long at) {
        context.keyed().setTimer(NoNamespace.INSTANCE, at, false);
    }

    @Override
    public void deleteEventTimeTimer(long at) {
        context.keyed().deleteTimer(NoNamespace.INSTANCE, at, true);
    }

    @Override
    public void deleteProcessingTimeTimer(long at) {
        context.keyed().deleteTimer(NoNamespace.INSTANCE, at, false);
    }
}
