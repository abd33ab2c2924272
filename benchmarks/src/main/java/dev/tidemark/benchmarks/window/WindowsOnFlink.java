package dev.tidemark.benchmarks.window;

import dev.tidemark.benchmarks.event.EventPojo;
import dev.tidemark.benchmarks.event.EventsOnFlink;
import dev.tidemark.benchmarks.program.FlinkProgram;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Windows on Flink. */
public record WindowsOnFlink(WindowPlan plan) implements FlinkProgram {
    @Override
    public DataStream<WindowSum> build(StreamExecutionEnvironment environment, long events) {
        return EventsOnFlink.source(environment, "events", plan.events(), events)
                .keyBy(event -> event.key)
                .window(assigner())
                .aggregate(new CountAndSum(), new WithKeyAndEnd());
    }

    private WindowAssigner<Object, TimeWindow> assigner() {
        return switch (plan.kind()) {
            case TUMBLING -> TumblingEventTimeWindows.of(plan.size());
            case SLIDING -> SlidingEventTimeWindows.of(plan.size(), plan.slide());
            case SESSION -> EventTimeSessionWindows.withGap(plan.size());
        };
    }

    private static final class CountAndSum implements AggregateFunction<EventPojo, long[], long[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public long[] createAccumulator() {
            return new long[2];
        }

        @Override
        public long[] add(EventPojo event, long[] accumulator) {
            accumulator[0]++;
            accumulator[1] += event.value;
            return accumulator;
        }

        @Override
        public long[] getResult(long[] accumulator) {
            return accumulator;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            left[0] += right[0];
            left[1] += right[1];
            return left;
        }
    }

    private static final class WithKeyAndEnd extends ProcessWindowFunction<long[], WindowSum, Integer, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(Integer key, Context context, Iterable<long[]> elements, Collector<WindowSum> out) {
            long[] aggregate = elements.iterator().next();
            out.collect(new WindowSum(key, context.window().getEnd(), aggregate[0], aggregate[1]));
        }
    }
}
