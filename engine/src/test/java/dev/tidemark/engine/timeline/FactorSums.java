package dev.tidemark.engine.timeline;

import dev.tidemark.engine.function.KeyedBroadcastProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sums readings by key; 10 ms after a reading's time emits the sum times the factor of then. The factor for the key
 * {@code all} is a factor of no key: it makes every key tell its sum at once.
 */
final class FactorSums extends KeyedBroadcastProcessFunction<String, Reading, Reading, Reading> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ValueState<Long> sum;

    @Override
    public void open(KeyedState state) {
        sum = state.value("sum", Long.class);
    }

    private ValueState<Long> sum() {
        return Objects.requireNonNull(sum);
    }

    @Override
    public void processElement(Reading value, ReadOnlyContext<String> context, Output<Reading> out) {
        Long before = sum().value();
        sum().update((before == null ? 0 : before) + value.value());
        context.timers().registerEventTimeTimer(context.timestamp() + 10);
    }

    @Override
    public void processBroadcastElement(Reading value, Context<String> context, Output<Reading> out) throws Exception {
        if (value.key().equals("all")) {
            context.applyToKeyedState(
                    sum(), (key, state) -> out.collect(new Reading(key, Objects.requireNonNull(state.value()))));
        } else {
            BroadcastPipelines.change(context, value);
        }
    }

    @Override
    public void onTimer(long timestamp, TimerContext<String> context, Output<Reading> out) {
        long total = Objects.requireNonNull(sum().value());
        out.collect(new Reading(
                context.key(),
                total * BroadcastPipelines.factor(context.broadcastState(BroadcastPipelines.FACTORS), context.key())));
    }
}
