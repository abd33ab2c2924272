package dev.tidemark.benchmarks.event;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;
import java.time.Instant;

/** The synthetic stream as a source of Tidemark. */
public final class EventsOnTidemark {
    /** The watermarks that leave no event late. */
    public static final Watermarks<Event> WATERMARKS =
            Watermarks.outOfOrder(Duration.ofMillis(EventPlan.DISORDER_MILLIS));

    private EventsOnTidemark() {}

    /** The first {@code count} events of a stream, in one partition. */
    public static DataStream<Event> source(Pipeline pipeline, String name, EventPlan plan, long count) {
        return pipeline.source(name, trace(plan, count), WATERMARKS);
    }

    /** The first {@code count} events of a stream, in four partitions. */
    public static DataStream<Event> inFourPartitions(Pipeline pipeline, String name, EventPlan plan, long count) {
        return pipeline.source(name, trace(plan, count).partitionBy(event -> event.value() % 4), WATERMARKS);
    }

    private static Trace<Event> trace(EventPlan plan, long count) {
        return Trace.generate(Math.toIntExact(count), Event.class, plan::event)
                .eventTime(event -> Instant.ofEpochMilli(event.time()));
    }
}
