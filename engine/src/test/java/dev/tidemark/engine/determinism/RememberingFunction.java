package dev.tidemark.engine.determinism;

import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps lists and maps, sets timers in both domains, and emits sums when they fire. */
final class RememberingFunction extends KeyedProcessFunction<String, RandomPipelines.Hit, RandomPipelines.Hit> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ListState<Long> numbers;
    private transient @Nullable MapState<String, Long> counts;

    @Override
    public void open(KeyedState state) {
        numbers = state.list("numbers", Long.class);
        counts = state.map("counts", String.class, Long.class);
    }

    @Override
    public void processElement(RandomPipelines.Hit hit, Context<String> context, Output<RandomPipelines.Hit> out) {
        Objects.requireNonNull(numbers).add(hit.number());
        String parity = hit.number() % 2 == 0 ? "even" : "odd";
        Long before = Objects.requireNonNull(counts).get(parity);
        counts.put(parity, before == null ? 1 : before + 1);
        if (context.timestamp() != Long.MIN_VALUE) {
            context.timers().registerEventTimeTimer(context.timestamp() + 100);
        }
        if (hit.number() % 3 == 0) {
            context.timers().registerProcessingTimeTimer(context.processingTime() + 60);
        }
    }

    @Override
    public void onTimer(long timestamp, TimerContext<String> context, Output<RandomPipelines.Hit> out) {
        long sum = 0;
        for (long each : Objects.requireNonNull(numbers).values()) {
            sum += each;
        }
        numbers.clear();
        if (context.eventTime()) {
            out.collect(new RandomPipelines.Hit(context.key(), sum, timestamp));
        }
    }
}
