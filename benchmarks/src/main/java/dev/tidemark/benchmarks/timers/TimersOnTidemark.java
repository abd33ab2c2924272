package dev.tidemark.benchmarks.timers;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.event.EventsOnTidemark;
import dev.tidemark.benchmarks.program.TidemarkProgram;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Timers on Tidemark. */
public record TimersOnTidemark(EventPlan plan) implements TidemarkProgram {
    @Override
    public DataStream<Ring> build(Pipeline pipeline, long events) {
        return EventsOnTidemark.source(pipeline, "events", plan, events)
                .keyBy(Event::key)
                .process(new RingLater());
    }

    private static final class RingLater extends KeyedProcessFunction<Integer, Event, Ring> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> count;

        @Override
        public void open(KeyedState state) {
            count = state.value("count", Long.class);
        }

        @Override
        public void processElement(Event event, Context<Integer> context, Output<Ring> out) {
            ValueState<Long> state = Objects.requireNonNull(count);
            Long before = state.value();
            if (before == null) {
                context.timers().registerEventTimeTimer(Ring.END);
            }
            state.update(before == null ? 1 : before + 1);
            context.timers().registerEventTimeTimer(event.time() + Ring.DELAY_MILLIS);
        }

        @Override
        public void onTimer(long timestamp, TimerContext<Integer> context, Output<Ring> out) {
            Long all = timestamp == Ring.END ? Objects.requireNonNull(count).value() : null;
            out.collect(new Ring(context.key(), timestamp, all == null ? 0 : all));
        }
    }
}
