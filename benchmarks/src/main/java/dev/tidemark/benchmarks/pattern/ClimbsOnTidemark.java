package dev.tidemark.benchmarks.pattern;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.event.EventsOnTidemark;
import dev.tidemark.benchmarks.program.TidemarkProgram;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.cep.EventPattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pattern on Tidemark. */
public record ClimbsOnTidemark(EventPlan plan) implements TidemarkProgram {
    @Override
    public DataStream<Climb> build(Pipeline pipeline, long events) {
        EventPattern<Event, Event> climb = EventPattern.begin("low", Event.class)
                .where(event -> Climb.low(event.value()))
                .followedBy("middle")
                .where(event -> Climb.middle(event.value()))
                .followedBy("high")
                .where(event -> Climb.high(event.value()))
                .within(Duration.ofMillis(Climb.WITHIN_MILLIS));
        return EventsOnTidemark.source(pipeline, "events", plan, events)
                .keyBy(Event::key)
                .pattern(climb)
                .<Climb>process((match, context, out) -> out.collect(climb(match)))
                .returns(Climb.class);
    }

    private static Climb climb(Map<String, List<Event>> match) {
        Event low = only(match, "low");
        return new Climb(
                low.key(),
                low.time(),
                only(match, "middle").time(),
                only(match, "high").time());
    }

    private static Event only(Map<String, List<Event>> match, String step) {
        return Objects.requireNonNull(match.get(step)).get(0);
    }
}
