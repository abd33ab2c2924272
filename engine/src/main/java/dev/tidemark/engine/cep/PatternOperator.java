package dev.tidemark.engine.cep;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.operator.KeyedStore;
import dev.tidemark.engine.operator.Operator;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.state.NoNamespace;
import dev.tidemark.engine.time.TimerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shows the events of each key to a {@link PatternMatcher}, in the order of their time.
 *
 * <p>In event time an event waits until the watermark has reached it; one at or before the watermark is late. Events of equal time are
 * seen in the order that was asked for, else as they arrived. In processing time an event is seen at once, or, when an order was asked
 * for, a millisecond later with the others of its time.
 *
 * <p>A timer stands at the time of each waiting event, and where the pattern has a limit of time, that much after each event that is
 * seen from the first one on with which a partial match begins to when the operator is done with the key. A limit between two events
 * alone sets no timer: such partial matches time out when something else happens to the key. Source: Flink's {@code CepOperator}.
 */
final class PatternOperator implements Operator, PatternProcessFunction.Context {
    private final PatternSpec spec;
    private final CompiledPattern<Object> pattern;
    private final AfterMatchSkipStrategy strategy;
    private final @Nullable EventOrder<Object> order;
    private final PatternProcessFunction<Object, Object> function;
    private final Output<Object> output =
            result -> context().emit(Objects.requireNonNull(result, "a match's result is null"), emitTimestamp());
    private @Nullable OperatorContext context;
    private @Nullable PatternState state;
    private @Nullable PatternMatcher<Object> matcher;
    private long timestamp;

    PatternOperator(PatternSpec spec) {
        EventPattern<Object, ?> said = spec.pattern().instance();
        this.spec = spec;
        this.pattern = PatternCompiler.compile(said);
        this.strategy = said.skipStrategy();
        this.order = spec.order() == null ? null : spec.order().instance();
        this.function = spec.function().instance();
    }

    @Override
    public void open(OperatorContext given) {
        context = given;
        state = new PatternState(given.keyed(), spec.elements());
        matcher = new PatternMatcher<>(pattern, strategy, given::processingTime);
    }

    private OperatorContext context() {
        return Objects.requireNonNull(context);
    }

    private PatternState state() {
        return Objects.requireNonNull(state);
    }

    private PatternMatcher<Object> matcher() {
        return Objects.requireNonNull(matcher);
    }

    private KeyedStore<Object> store() {
        return context().keyed();
    }

    @Override
    public void element(Object value, long elementTimestamp) throws Exception {
        if (!spec.eventTime()) {
            elementInProcessingTime(value);
        } else if (elementTimestamp > context().watermark()) {
            await(value, elementTimestamp);
        } else {
            context().late(new Event(value, elementTimestamp), spec.lateTag() == null);
            if (spec.lateTag() != null) {
                context().emitSide(spec.lateTag(), value, elementTimestamp);
            }
        }
    }

    private void elementInProcessingTime(Object value) throws Exception {
        long now = context().processingTime();
        if (order != null) {
            await(value, now);
            return;
        }
        Pass pass = new Pass();
        pass.advance(now);
        pass.see(value, now);
        pass.end();
    }

    private void await(Object value, long at) {
        if (state().await(value, at)) {
            setTimer(at);
        }
    }

    private void setTimer(long at) {
        store().setTimer(NoNamespace.INSTANCE, spec.eventTime() ? at : at + 1, spec.eventTime());
    }

    @Override
    public void eventTimer(TimerEntry<Object> timer) throws Exception {
        catchUp(context().watermark());
    }

    @Override
    public void processingTimer(TimerEntry<Object> timer) throws Exception {
        catchUp(context().processingTime());
    }

    /** Sees the events that waited for {@code time}, then lets time itself come to it. */
    private void catchUp(long time) throws Exception {
        Pass pass = new Pass();
        for (Map.Entry<Long, List<Object>> waiting : state().arrived(spec.eventTime() ? time : Long.MAX_VALUE)) {
            pass.advance(waiting.getKey());
            List<Object> events = new ArrayList<>(waiting.getValue());
            if (order != null) {
                events.sort(order);
            }
            for (Object event : events) {
                pass.see(event, waiting.getKey());
            }
        }
        pass.advance(time);
        pass.end();
    }

    /** What happens to the current key in one go. */
    private final class Pass {
        private Matches<Object> matches;
        private boolean began;

        Pass() {
            Matches<Object> known = state().matches();
            matches = known == null ? matcher().beginning() : known;
        }

        /** Shows an event to the matcher. */
        void see(Object event, long at) throws Exception {
            Moved<Object> moved = matcher().take(matches, event, at);
            matches = moved.after();
            began |= moved.began();
            if (began && pattern.withinMillis() > 0) {
                setTimer(at + pattern.withinMillis());
            }
            emit(moved.matches(), at);
        }

        /** Keeps what is under way, if anything is. */
        void end() {
            state().matches(matches.idle() ? null : matches);
        }

        /** Lets time come to {@code time}. */
        void advance(long time) throws Exception {
            Moved<Object> moved = matcher().advance(matches, time);
            matches = moved.after();
            emit(moved.matches(), time);
            if (function instanceof TimedOutPartialMatchHandler<?>) {
                @SuppressWarnings("unchecked") // a function handles what it processes
                TimedOutPartialMatchHandler<Object> handler = (TimedOutPartialMatchHandler<Object>) function;
                for (TimedOut<Object> timedOut : moved.timedOut()) {
                    timestamp = timedOut.timestamp();
                    handler.processTimedOutMatch(timedOut.events(), PatternOperator.this);
                }
            }
        }
    }

    private void emit(List<Map<String, List<Object>>> found, long at) throws Exception {
        timestamp = at;
        for (Map<String, List<Object>> match : found) {
            function.processMatch(match, this, output);
        }
    }

    private long emitTimestamp() {
        return spec.eventTime() ? timestamp : Event.NO_TIMESTAMP;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public long processingTime() {
        return context().processingTime();
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        context().emitSide(tag.name(), Objects.requireNonNull(value), emitTimestamp());
    }
}
