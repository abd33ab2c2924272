package dev.tidemark.engine.checkpoint;

import dev.tidemark.engine.function.BroadcastProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.MapStateDescriptor;

/** Puts what is broadcast into a broadcast state. */
final class Remembers extends BroadcastProcessFunction<Sums.Amount, Sums.Amount, Long> {
    private static final long serialVersionUID = 1L;

    private final MapStateDescriptor<String, Long> factors;

    Remembers(MapStateDescriptor<String, Long> factors) {
        this.factors = factors;
    }

    @Override
    public void processElement(Sums.Amount value, ReadOnlyContext context, Output<Long> out) {
        out.collect(value.value());
    }

    @Override
    public void processBroadcastElement(Sums.Amount value, Context context, Output<Long> out) {
        context.broadcastState(factors).put(value.key(), value.value());
    }
}
