package dev.tidemark.benchmarks.join;

import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.event.EventPojo;
import dev.tidemark.benchmarks.event.EventsOnFlink;
import dev.tidemark.benchmarks.program.FlinkCluster;
import dev.tidemark.benchmarks.program.FlinkProgram;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.ProcessJoinFunction;
import org.apache.flink.util.Collector;

/** The interval join on Flink. */
public record JoinOnFlink(JoinPlan plan) implements FlinkProgram {
    @Override
    public DataStream<Meeting> build(StreamExecutionEnvironment environment, long events) {
        FlinkCluster.manyWatermarks(environment);
        Duration reach = Duration.ofMillis(Meeting.REACH_MILLIS);
        return source(environment, "left", plan.left(), events / 2)
                .intervalJoin(source(environment, "right", plan.right(), events / 2))
                .between(reach.negated(), reach)
                .process(new Meet());
    }

    private static KeyedStream<EventPojo, Integer> source(
            StreamExecutionEnvironment environment, String name, EventPlan plan, long events) {
        return EventsOnFlink.source(environment, name, plan, events).keyBy(event -> event.key);
    }

    private static final class Meet extends ProcessJoinFunction<EventPojo, EventPojo, Meeting> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(EventPojo left, EventPojo right, Context context, Collector<Meeting> out) {
            out.collect(new Meeting(left.key, left.time, right.time, left.value, right.value));
        }
    }
}
