package dev.tidemark.benchmarks.timers;

import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.event.EventPojo;
import dev.tidemark.benchmarks.event.EventsOnFlink;
import dev.tidemark.benchmarks.program.FlinkCluster;
import dev.tidemark.benchmarks.program.FlinkProgram;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Timers on Flink. */
public record TimersOnFlink(EventPlan plan) implements FlinkProgram {
    @Override
    public DataStream<Ring> build(StreamExecutionEnvironment environment, long events) {
        FlinkCluster.manyWatermarks(environment);
        return EventsOnFlink.source(environment, "events", plan, events)
                .keyBy(event -> event.key)
                .process(new RingLater());
    }

    private static final class RingLater extends KeyedProcessFunction<Integer, EventPojo, Ring> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
        }

        @Override
        public void processElement(EventPojo event, Context context, Collector<Ring> out) throws Exception {
            ValueState<Long> state = Objects.requireNonNull(count);
            Long before = state.value();
            if (before == null) {
                context.timerService().registerEventTimeTimer(Ring.END);
            }
            state.update(before == null ? 1 : before + 1);
            context.timerService().registerEventTimeTimer(event.time + Ring.DELAY_MILLIS);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<Ring> out) throws Exception {
            Long all = timestamp == Ring.END ? Objects.requireNonNull(count).value() : null;
            out.collect(new Ring(context.getCurrentKey(), timestamp, all == null ? 0 : all));
        }
    }
}
