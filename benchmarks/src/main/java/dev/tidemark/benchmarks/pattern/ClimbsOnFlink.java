package dev.tidemark.benchmarks.pattern;

import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.event.EventPojo;
import dev.tidemark.benchmarks.event.EventsOnFlink;
import dev.tidemark.benchmarks.program.FlinkCluster;
import dev.tidemark.benchmarks.program.FlinkProgram;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The pattern on Flink's library for complex events. */
public record ClimbsOnFlink(EventPlan plan) implements FlinkProgram {
    @Override
    public DataStream<Climb> build(StreamExecutionEnvironment environment, long events) {
        FlinkCluster.manyWatermarks(environment);
        Pattern<EventPojo, EventPojo> climb = Pattern.<EventPojo>begin("low")
                .where(SimpleCondition.of(event -> Climb.low(event.value)))
                .followedBy("middle")
                .where(SimpleCondition.of(event -> Climb.middle(event.value)))
                .followedBy("high")
                .where(SimpleCondition.of(event -> Climb.high(event.value)))
                .within(Duration.ofMillis(Climb.WITHIN_MILLIS));
        return CEP.pattern(
                        EventsOnFlink.source(environment, "events", plan, events)
                                .keyBy(event -> event.key),
                        climb)
                .process(new Report());
    }

    private static final class Report extends PatternProcessFunction<EventPojo, Climb> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(Map<String, List<EventPojo>> match, Context context, Collector<Climb> out) {
            EventPojo low = only(match, "low");
            out.collect(new Climb(low.key, low.time, only(match, "middle").time, only(match, "high").time));
        }

        private static EventPojo only(Map<String, List<EventPojo>> match, String step) {
            return Objects.requireNonNull(match.get(step)).get(0);
        }
    }
}
