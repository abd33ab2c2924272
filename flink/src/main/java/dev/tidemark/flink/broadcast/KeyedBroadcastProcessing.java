package dev.tidemark.flink.broadcast;

import dev.tidemark.engine.function.KeyedBroadcastProcessFunction;
import dev.tidemark.engine.function.KeyedStateFunction;
import dev.tidemark.engine.function.TimerService;
import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.FlinkContext;
import dev.tidemark.flink.function.FlinkTimers;
import dev.tidemark.flink.function.Results;
import dev.tidemark.flink.function.Sides;
import dev.tidemark.flink.state.FlinkKeyedState;
import dev.tidemark.flink.state.StateSource;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Sees the elements of a keyed stream, with state and timers of their key, and those of a broadcast one. */
public final class KeyedBroadcastProcessing
        extends org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction<
                Object, Object, Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<KeyedBroadcastProcessFunction<Object, Object, Object, Object>> function;
    private final Declared states;
    private final Sides sides;
    private transient @Nullable FlinkKeyedState keyed;

    public KeyedBroadcastProcessing(
            Carried<KeyedBroadcastProcessFunction<Object, Object, Object, Object>> function,
            Declared states,
            Sides sides) {
        this.function = function;
        this.states = states;
        this.sides = sides;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        FlinkKeyedState state = new FlinkKeyedState(StateSource.of(getRuntimeContext()), "");
        keyed = state;
        function.get().open(state);
        FlinkContext.open(function, getRuntimeContext());
    }

    @Override
    public void processElement(Object value, ReadOnlyContext context, Collector<Object> out) throws Exception {
        function.get().processElement(value, new Reading(context, true), new Results(out));
    }

    @Override
    public void processBroadcastElement(Object value, Context context, Collector<Object> out) throws Exception {
        function.get().processBroadcastElement(value, new Writing(context), new Results(out));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Object> out) throws Exception {
        boolean eventTime = context.timeDomain() == TimeDomain.EVENT_TIME;
        function.get().onTimer(timestamp, new Reading(context, eventTime), new Results(out));
    }

    /** Flink's context of an element, or of a timer, as the engine's. */
    private final class Reading extends BroadcastView implements KeyedBroadcastProcessFunction.TimerContext<Object> {
        private final ReadOnlyContext context;
        private final boolean eventTime;

        Reading(ReadOnlyContext context, boolean eventTime) {
            super(
                    new At(context.timestamp(), context.currentWatermark(), context.currentProcessingTime()),
                    sides,
                    context::output);
            this.context = context;
            this.eventTime = eventTime;
        }

        @Override
        public Object key() {
            return context.getCurrentKey();
        }

        @Override
        public boolean eventTime() {
            return eventTime;
        }

        @Override
        public TimerService timers() {
            return new FlinkTimers(context.timerService());
        }

        @Override
        public <X, Y> ReadOnlyBroadcastState<X, Y> broadcastState(MapStateDescriptor<X, Y> descriptor) {
            return states.reading(descriptor, context::getBroadcastState);
        }
    }

    /** Flink's context of a broadcast element as the engine's. */
    private final class Writing extends BroadcastView implements KeyedBroadcastProcessFunction.Context<Object> {
        private final Context context;

        Writing(Context context) {
            super(
                    new At(context.timestamp(), context.currentWatermark(), context.currentProcessingTime()),
                    sides,
                    context::output);
            this.context = context;
        }

        @Override
        public <X, Y> BroadcastState<X, Y> broadcastState(MapStateDescriptor<X, Y> descriptor) {
            return states.writing(descriptor, context::getBroadcastState);
        }

        @Override
        public <S> void applyToKeyedState(S state, KeyedStateFunction<Object, S> apply) throws Exception {
            eachKey(Objects.requireNonNull(keyed).descriptorOf(state), (key, any) -> apply.process(key, state));
        }

        /** Flink goes over the keys in an order of its own. */
        @SuppressWarnings("unchecked") // the state of a descriptor is only passed on
        private void eachKey(
                StateDescriptor<?, ?> descriptor,
                org.apache.flink.runtime.state.KeyedStateFunction<Object, State> apply)
                throws Exception {
            context.applyToKeyedState((StateDescriptor<State, Object>) descriptor, apply);
        }
    }
}
