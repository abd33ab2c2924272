package dev.tidemark.engine.determinism;

import dev.tidemark.engine.determinism.RandomPipelines.Hit;
import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the first input's last hit for the second input to meet, and tells it again when a timer of event time fires. */
final class Meeting extends KeyedCoProcessFunction<String, Hit, Hit, Hit> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ValueState<Hit> last;

    @Override
    public void open(KeyedState state) {
        last = state.value("last", Hit.class);
    }

    private ValueState<Hit> last() {
        return Objects.requireNonNull(last);
    }

    @Override
    public void processElement1(Hit hit, KeyedProcessFunction.Context<String> context, Output<Hit> out) {
        last().update(hit);
        context.timers().registerEventTimeTimer(context.timestamp() + 50);
    }

    @Override
    public void processElement2(Hit hit, KeyedProcessFunction.Context<String> context, Output<Hit> out) {
        Hit met = last().value();
        if (met != null) {
            out.collect(RandomPairs.both(met, hit));
        } else {
            context.timers().registerProcessingTimeTimer(context.processingTime() + 40);
        }
    }

    @Override
    public void onTimer(long timestamp, KeyedProcessFunction.TimerContext<String> context, Output<Hit> out) {
        Hit told = last().value();
        if (!context.eventTime()) {
            last().clear();
        } else if (told != null) {
            out.collect(told);
        }
    }
}
