package dev.tidemark.flink.search;

import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets and deletes timers as the numbers say, and tells of those that ring, with what it has seen so far. */
final class Alarms extends KeyedProcessFunction<String, Hit, Hit> {
    private static final long serialVersionUID = 1L;

    private final boolean byClock;
    private transient @Nullable ValueState<Long> sum;
    private transient @Nullable ListState<Long> seen;

    Alarms(boolean byClock) {
        this.byClock = byClock;
    }

    @Override
    public void open(KeyedState state) {
        sum = state.value("sum", Long.class);
        seen = state.list("seen", Long.class);
    }

    private ValueState<Long> sum() {
        return Objects.requireNonNull(sum);
    }

    @Override
    public void processElement(Hit hit, Context<String> context, Output<Hit> out) {
        Long before = sum().value();
        sum().update((before == null ? 0 : before) + hit.number());
        Objects.requireNonNull(seen).add(hit.number());
        long time = context.timestamp() + Math.floorMod(hit.number(), 20) - 5;
        switch (Math.floorMod(hit.number(), 6)) {
            case 0 -> context.timers().deleteEventTimeTimer(time);
            case 1 -> context.timers().registerEventTimeTimer(time);
            case 2 -> context.timers().registerEventTimeTimer(context.timestamp() / 10 * 10);
            case 3 -> {
                if (byClock) {
                    context.timers()
                            .registerProcessingTimeTimer(
                                    context.processingTime() + Math.floorMod(hit.number(), 11) - 2);
                }
            }
            case 4 -> out.collect(new Hit(hit.key(), sum().value() == null ? 0 : 1, context.watermark()));
            default -> Objects.requireNonNull(seen).clear();
        }
    }

    @Override
    public void onTimer(long timestamp, TimerContext<String> context, Output<Hit> out) {
        Long total = sum().value();
        long count = Objects.requireNonNull(seen).values().size();
        out.collect(new Hit(context.key(), (total == null ? 0 : total) * 100 + count, timestamp));
        if (context.eventTime() && timestamp % 3 == 0) {
            context.timers().registerEventTimeTimer(timestamp + 4);
        }
    }
}
