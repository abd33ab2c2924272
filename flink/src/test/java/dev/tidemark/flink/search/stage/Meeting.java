package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Both inputs of a key keep to one state and set timers, which tell what both have brought. */
final class Meeting extends KeyedCoProcessFunction<String, Hit, Hit, Hit> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ValueState<Long> balance;
    private transient @Nullable ListState<Long> waiting;

    @Override
    public void open(KeyedState state) {
        balance = state.value("balance", Long.class);
        waiting = state.list("waiting", Long.class);
    }

    private long move(long by) {
        ValueState<Long> state = Objects.requireNonNull(balance);
        Long before = state.value();
        long after = (before == null ? 0 : before) + by;
        state.update(after);
        return after;
    }

    @Override
    public void processElement1(Hit hit, KeyedProcessFunction.Context<String> context, Output<Hit> out) {
        move(hit.number());
        Objects.requireNonNull(waiting).add(hit.number());
        if (hit.number() % 4 == 0) {
            context.timers().deleteEventTimeTimer(context.timestamp() / 5 * 5 + 5);
        } else {
            context.timers().registerEventTimeTimer(context.timestamp() / 5 * 5 + 5);
        }
    }

    @Override
    public void processElement2(Hit hit, KeyedProcessFunction.Context<String> context, Output<Hit> out) {
        long after = move(-hit.number());
        out.collect(new Hit(
                context.key(),
                after * 10 + Objects.requireNonNull(waiting).values().size(),
                context.watermark()));
        if (hit.number() % 3 == 0) {
            context.timers().registerEventTimeTimer(context.timestamp() + 3);
        }
    }

    @Override
    public void onTimer(long timestamp, KeyedProcessFunction.TimerContext<String> context, Output<Hit> out) {
        out.collect(new Hit(
                context.key(),
                move(1) * 10 + Objects.requireNonNull(waiting).values().size(),
                timestamp));
        Objects.requireNonNull(waiting).clear();
    }
}
