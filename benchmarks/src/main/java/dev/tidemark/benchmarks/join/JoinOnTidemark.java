package dev.tidemark.benchmarks.join;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.event.EventsOnTidemark;
import dev.tidemark.benchmarks.program.TidemarkProgram;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import java.time.Duration;

/** The interval join on Tidemark. */
public record JoinOnTidemark(JoinPlan plan) implements TidemarkProgram {
    @Override
    public DataStream<Meeting> build(Pipeline pipeline, long events) {
        Duration reach = Duration.ofMillis(Meeting.REACH_MILLIS);
        return source(pipeline, "left", plan.left(), events / 2)
                .intervalJoin(source(pipeline, "right", plan.right(), events / 2))
                .between(reach.negated(), reach)
                .<Meeting>process((left, right, context, out) ->
                        out.collect(new Meeting(left.key(), left.time(), right.time(), left.value(), right.value())))
                .returns(Meeting.class);
    }

    private static KeyedStream<Event, Integer> source(Pipeline pipeline, String name, EventPlan plan, long events) {
        return EventsOnTidemark.source(pipeline, name, plan, events).keyBy(Event::key);
    }
}
