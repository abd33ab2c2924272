package dev.tidemark.engine.topology;

import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.function.TimestampSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source reads: a recorded trace, or what the user sends by hand. */
public sealed interface SourceInput {
    /** The partitions, in a fixed order; partition {@code i} belongs to subtask {@code i % parallelism}. */
    List<String> partitions();

    /** A recorded trace: for each partition its events in the order of their arrivals. */
    record Recorded(List<String> partitions, List<List<Arrival>> arrivals, long lastArrivalMillis)
            implements SourceInput {}

    /** Sent by hand while the run goes on; {@code eventTime} reads the time of an event that is sent without one. */
    record ByHand(List<String> partitions, @Nullable TimestampSelector<Object> eventTime) implements SourceInput {}

    /** One event and when it arrives, in milliseconds of processing time. */
    record Arrival(Event event, long arrivalMillis) {}
}
