package dev.tidemark.benchmarks.nexmark;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The stream of Nexmark as a source of Flink. */
public record NexmarkOnFlink(DataStream<NexmarkEvent> events) {
    /** The first {@code count} events. */
    public static NexmarkOnFlink source(StreamExecutionEnvironment environment, NexmarkPlan plan, long count) {
        GeneratorFunction<Long, NexmarkEvent> generator = plan::event;
        WatermarkStrategy<NexmarkEvent> watermarks = WatermarkStrategy.<NexmarkEvent>forBoundedOutOfOrderness(
                        Duration.ofMillis(NexmarkPlan.DELAY_MILLIS))
                .withTimestampAssigner((event, before) -> event.dateTime());
        return new NexmarkOnFlink(environment.fromSource(
                new DataGeneratorSource<>(generator, count, FlinkForms.EVENT.information()), watermarks, "nexmark"));
    }

    public DataStream<Person> persons() {
        return events.filter(event -> event instanceof Person)
                .map(event -> (Person) event)
                .returns(FlinkForms.PERSON.information());
    }

    public DataStream<Auction> auctions() {
        return events.filter(event -> event instanceof Auction)
                .map(event -> (Auction) event)
                .returns(FlinkForms.AUCTION.information());
    }

    public DataStream<Bid> bids() {
        return events.filter(event -> event instanceof Bid)
                .map(event -> (Bid) event)
                .returns(FlinkForms.BID.information());
    }
}
