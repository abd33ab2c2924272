package dev.tidemark.flink.broadcast;

import dev.tidemark.engine.function.BroadcastProcessFunction;
import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ReadOnlyBroadcastState;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.FlinkContext;
import dev.tidemark.flink.function.Results;
import dev.tidemark.flink.function.Sides;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/** Sees the elements of a stream, and those of a broadcast one, which change the broadcast state. */
public final class BroadcastProcessing
        extends org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction<Object, Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<BroadcastProcessFunction<Object, Object, Object>> function;
    private final Declared states;
    private final Sides sides;

    public BroadcastProcessing(
            Carried<BroadcastProcessFunction<Object, Object, Object>> function, Declared states, Sides sides) {
        this.function = function;
        this.states = states;
        this.sides = sides;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        FlinkContext.open(function, getRuntimeContext());
    }

    @Override
    public void processElement(Object value, ReadOnlyContext context, Collector<Object> out) throws Exception {
        function.get().processElement(value, new Reading(context), new Results(out));
    }

    @Override
    public void processBroadcastElement(Object value, Context context, Collector<Object> out) throws Exception {
        function.get().processBroadcastElement(value, new Writing(context), new Results(out));
    }

    /** Flink's context of an element as the engine's. */
    private final class Reading extends BroadcastView implements BroadcastProcessFunction.ReadOnlyContext {
        private final ReadOnlyContext context;

        Reading(ReadOnlyContext context) {
            super(
                    new At(context.timestamp(), context.currentWatermark(), context.currentProcessingTime()),
                    sides,
                    context::output);
            this.context = context;
        }

        @Override
        public <X, Y> ReadOnlyBroadcastState<X, Y> broadcastState(MapStateDescriptor<X, Y> descriptor) {
            return states.reading(descriptor, context::getBroadcastState);
        }
    }

    /** Flink's context of a broadcast element as the engine's. */
    private final class Writing extends BroadcastView implements BroadcastProcessFunction.Context {
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
    }
}
