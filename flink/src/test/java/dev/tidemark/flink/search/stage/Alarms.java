package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.state.AggregatingState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets and deletes timers as the numbers say, and tells of those that ring, with what it has seen so far. */
final class Alarms extends KeyedProcessFunction<String, Hit, Hit> {
    static final OutputTag<Hit> RUNG = OutputTag.of("rung", Hit.class);
    private static final long serialVersionUID = 1L;

    private final boolean byClock;
    private transient @Nullable States states;

    Alarms(boolean byClock) {
        this.byClock = byClock;
    }

    /** One of each kind. */
    private record States(
            ValueState<Long> sum,
            ListState<Long> seen,
            MapState<Long, Long> often,
            ReducingState<Long> largest,
            AggregatingState<Hit, Long> total) {
        static States of(KeyedState state) {
            return new States(
                    state.value("sum", Long.class),
                    state.list("seen", Long.class),
                    state.map("often", Long.class, Long.class),
                    state.reducing("largest", Long.class, Math::max),
                    state.aggregating("total", Long.class, new Sums()));
        }

        void see(Hit hit) {
            Long before = sum.value();
            sum.update((before == null ? 0 : before) + hit.number());
            seen.add(hit.number());
            Long times = often.get(hit.number() % 3);
            often.put(hit.number() % 3, times == null ? 1 : times + 1);
            largest.add(hit.number());
            total.add(hit);
        }

        long told() {
            Long all = total.value();
            Long most = largest.value();
            Long often0 = often.get(0L);
            return (all == null ? 0 : all) * 31
                    + (most == null ? 0 : most) * 7
                    + (often0 == null ? 0 : often0) * 3
                    + seen.values().size();
        }
    }

    @Override
    public void open(KeyedState state) {
        states = States.of(state);
    }

    private States states() {
        return Objects.requireNonNull(states);
    }

    @Override
    public void processElement(Hit hit, Context<String> context, Output<Hit> out) {
        states().see(hit);
        long time = context.timestamp() + Math.floorMod(hit.number(), 20) - 5;
        switch (Math.floorMod(hit.number(), 7)) {
            case 0 -> context.timers().deleteEventTimeTimer(time);
            case 1 -> context.timers().registerEventTimeTimer(time);
            case 2 -> context.timers().registerEventTimeTimer(context.timestamp() / 10 * 10);
            case 3 -> onTheClock(hit, context);
            case 4 -> out.collect(new Hit(hit.key(), states().told(), context.watermark()));
            case 5 -> {
                states().largest().clear();
                states().often().remove(0L);
            }
            default -> states().seen().clear();
        }
    }

    private void onTheClock(Hit hit, Context<String> context) {
        if (byClock) {
            long at = context.processingTime() + Math.floorMod(hit.number(), 11) - 2;
            if (hit.number() % 4 == 0) {
                context.timers().deleteProcessingTimeTimer(at);
            } else {
                context.timers().registerProcessingTimeTimer(at);
            }
        }
    }

    @Override
    public void onTimer(long timestamp, TimerContext<String> context, Output<Hit> out) {
        Long sum = states().sum().value();
        out.collect(new Hit(context.key(), (sum == null ? 0 : sum) * 100 + states().told(), timestamp));
        if (context.eventTime() && timestamp % 3 == 0) {
            context.timers().registerEventTimeTimer(timestamp + 4);
        }
        if (timestamp % 2 == 0) {
            context.output(RUNG, new Hit(context.key(), timestamp, context.watermark()));
        }
    }
}
