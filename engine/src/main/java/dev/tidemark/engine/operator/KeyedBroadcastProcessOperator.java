package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.KeyedBroadcastProcessFunction;
import dev.tidemark.engine.function.KeyedStateFunction;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import dev.tidemark.engine.time.TimerEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a {@link KeyedBroadcastProcessFunction}. */
final class KeyedBroadcastProcessOperator implements BroadcastOperator {
    private final KeyedBroadcastProcessSpec spec;
    private final KeyedBroadcastProcessFunction<Object, Object, Object, Object> function;
    private @Nullable Parts parts;

    /** What exists once the operator is open. */
    private record Parts(BroadcastStates states, Reading reading, Writing writing) {}

    KeyedBroadcastProcessOperator(KeyedBroadcastProcessSpec spec) {
        this.spec = spec;
        this.function = spec.function().instance();
    }

    @Override
    public void open(OperatorContext context) throws Exception {
        BroadcastStates states = new BroadcastStates(spec.states(), context);
        Reading reading = new Reading(context, states);
        parts = new Parts(states, reading, new Writing(context, states, reading.state()));
        function.open(reading.state());
        FunctionContext.open(function, context);
    }

    private Parts parts() {
        return Objects.requireNonNull(parts);
    }

    @Override
    public BroadcastStates states() {
        return parts().states();
    }

    @Override
    public void element(Object value, long timestamp) throws Exception {
        Reading at = parts().reading();
        at.element(timestamp);
        function.processElement(value, at, at.output());
    }

    @Override
    public void element2(Object value, long timestamp) throws Exception {
        Writing at = parts().writing();
        at.element(timestamp);
        function.processBroadcastElement(value, at, at.output());
    }

    @Override
    public void eventTimer(TimerEntry<Object> timer) throws Exception {
        fire(timer, true);
    }

    @Override
    public void processingTimer(TimerEntry<Object> timer) throws Exception {
        fire(timer, false);
    }

    private void fire(TimerEntry<Object> timer, boolean eventTime) throws Exception {
        Reading at = parts().reading();
        at.timer(timer, eventTime);
        function.onTimer(timer.timestamp(), at, at.output());
    }

    private static final class Reading extends KeyedScope
            implements KeyedBroadcastProcessFunction.TimerContext<Object> {
        private final BroadcastStates states;

        Reading(OperatorContext context, BroadcastStates states) {
            super(context);
            this.states = states;
        }

        @Override
        public <X, Y> ReadOnlyBroadcastState<X, Y> broadcastState(MapStateDescriptor<X, Y> descriptor) {
            return states.reading(descriptor);
        }
    }

    private static final class Writing extends BroadcastProcessOperator.Writing
            implements KeyedBroadcastProcessFunction.Context<Object> {
        private final KeyedStore<Object> store;
        private final ScopedState<?> keyed;

        Writing(OperatorContext context, BroadcastStates states, ScopedState<?> keyed) {
            super(context, states);
            this.store = context.keyed();
            this.keyed = keyed;
        }

        @Override
        public <S> void applyToKeyedState(S state, KeyedStateFunction<Object, S> function) throws Exception {
            try {
                for (Object key : store.keysOf(keyed.nameOf(state))) {
                    store.setKey(key);
                    function.process(key, state);
                }
            } finally {
                store.noKey();
            }
        }
    }
}
