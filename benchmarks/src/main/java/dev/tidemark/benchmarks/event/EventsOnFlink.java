package dev.tidemark.benchmarks.event;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The synthetic stream as a source of Flink.
 *
 * <p>Flink's own generator source: a source function of the old kind, and a reader that emits many events at a time, were measured
 * beside it and are no faster, since the task behind the source is what limits the job.
 */
public final class EventsOnFlink {
    private EventsOnFlink() {}

    /** The first {@code count} events of a stream. */
    public static DataStream<EventPojo> source(
            StreamExecutionEnvironment environment, String name, EventPlan plan, long count) {
        GeneratorFunction<Long, EventPojo> generator = plan::pojo;
        WatermarkStrategy<EventPojo> watermarks = WatermarkStrategy.<EventPojo>forBoundedOutOfOrderness(
                        Duration.ofMillis(EventPlan.DISORDER_MILLIS))
                .withTimestampAssigner((event, before) -> event.time);
        return environment.fromSource(
                new DataGeneratorSource<>(generator, count, TypeInformation.of(EventPojo.class)), watermarks, name);
    }
}
