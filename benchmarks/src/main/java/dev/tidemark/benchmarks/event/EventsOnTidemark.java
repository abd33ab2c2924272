package dev.tidemark.benchmarks.event;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;

/** The synthetic stream as a source of Tidemark. */
public final class EventsOnTidemark {
    /** The watermarks that leave no event late. */
    public static final Watermarks<Event> WATERMARKS =
            Watermarks.outOfOrder(Duration.ofMillis(EventPlan.DISORDER_MILLIS));

    private EventsOnTidemark() {}

    /** The first {@code count} events of a stream, in one partition. */
    public static DataStream<Event> source(Pipeline pipeline, String name, EventPlan plan, long count) {
        return source(pipeline, name, plan, count, 1);
    }

    /** The same in so many partitions. */
    public static DataStream<Event> source(Pipeline pipeline, String name, EventPlan plan, long count, int partitions) {
        Trace<Event> trace =
                Trace.computed(Math.toIntExact(count), Event.class, plan::event).eventTimeMillis(Event::time);
        return pipeline.source(
                name, partitions == 1 ? trace : trace.partitionBy(event -> event.value() % partitions), WATERMARKS);
    }
}
