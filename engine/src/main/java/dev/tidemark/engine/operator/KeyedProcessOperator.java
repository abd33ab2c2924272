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
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link KeyedProcessFunction}.
 *
 * <p>Results of an element carry the element's timestamp, those of an event-time timer the timer's, those of a
 * processing-time timer none. What goes to a side output carries the timer's timestamp in both domains.
 */
public final class KeyedProcessOperator implements Operator, KeyedProcessFunction.TimerContext<Object>, TimerService {
    private final KeyedProcessFunction<Object, Object, Object> function;
    private final Output<Object> output = result -> context().emit(Objects.requireNonNull(result), emitTimestamp());
    private @Nullable OperatorContext context;
    private long timestamp;
    private boolean eventTime = true;

    public KeyedProcessOperator(KeyedProcessFunction<Object, Object, Object> function) {
        this.function = function;
    }

    @Override
    public void open(OperatorContext given) throws Exception {
        this.context = given;
        function.open(new ScopedState<>(given.keyed(), "", Codecs.of(NoNamespace.class), () -> NoNamespace.INSTANCE));
    }

    private OperatorContext context() {
        return Objects.requireNonNull(context);
    }

    private long emitTimestamp() {
        return eventTime ? timestamp : Event.NO_TIMESTAMP;
    }

    @Override
    public void element(Object value, long elementTimestamp) throws Exception {
        timestamp = elementTimestamp;
        eventTime = true;
        function.processElement(value, this, output);
    }

    @Override
    public void eventTimer(TimerEntry<Object> timer) throws Exception {
        fire(timer, true);
    }

    @Override
    public void processingTimer(TimerEntry<Object> timer) throws Exception {
        fire(timer, false);
    }

    private void fire(TimerEntry<Object> timer, boolean isEventTime) throws Exception {
        timestamp = timer.timestamp();
        eventTime = isEventTime;
        function.onTimer(timer.timestamp(), this, output);
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
        return context().keyed().key();
    }

    @Override
    public TimerService timers() {
        return this;
    }

    @Override
    public long watermark() {
        return context().watermark();
    }

    @Override
    public long processingTime() {
        return context().processingTime();
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        context().emitSide(tag.name(), Objects.requireNonNull(value), timestamp);
    }

    @Override
    public void registerEventTimeTimer(long at) {
        context().keyed().setTimer(NoNamespace.INSTANCE, at, true);
    }

    @Override
    public void registerProcessingTimeTimer(long at) {
        context().keyed().setTimer(NoNamespace.INSTANCE, at, false);
    }

    @Override
    public void deleteEventTimeTimer(long at) {
        context().keyed().deleteTimer(NoNamespace.INSTANCE, at, true);
    }

    @Override
    public void deleteProcessingTimeTimer(long at) {
        context().keyed().deleteTimer(NoNamespace.INSTANCE, at, false);
    }
}
