package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.BroadcastProcessFunction;
import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a {@link BroadcastProcessFunction}. */
final class BroadcastProcessOperator implements BroadcastOperator {
    private final BroadcastProcessSpec spec;
    private final BroadcastProcessFunction<Object, Object, Object> function;
    private @Nullable Parts parts;

    /** What exists once the operator is open. */
    private record Parts(BroadcastStates states, Reading reading, Writing writing) {}

    BroadcastProcessOperator(BroadcastProcessSpec spec) {
        this.spec = spec;
        this.function = spec.function().instance();
    }

    @Override
    public void open(OperatorContext context) throws Exception {
        BroadcastStates states = new BroadcastStates(spec.states(), context);
        parts = new Parts(states, new Reading(context, states), new Writing(context, states));
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

    private static final class Reading extends ElementScope implements BroadcastProcessFunction.ReadOnlyContext {
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

    /** What a broadcast element's function sees; with keys there is more. */
    static class Writing extends ElementScope implements BroadcastProcessFunction.Context {
        private final BroadcastStates states;

        Writing(OperatorContext context, BroadcastStates states) {
            super(context);
            this.states = states;
        }

        @Override
        public <X, Y> BroadcastState<X, Y> broadcastState(MapStateDescriptor<X, Y> descriptor) {
            return states.writing(descriptor);
        }
    }
}
