package dev.tidemark.benchmarks.nexmark;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;

/** The stream of Nexmark as a source of Tidemark. */
public record NexmarkOnTidemark(DataStream<NexmarkEvent> events) {
    /** The first {@code count} events. */
    public static NexmarkOnTidemark source(Pipeline pipeline, NexmarkPlan plan, long count) {
        Trace<NexmarkEvent> trace = Trace.computed(Math.toIntExact(count), NexmarkEvent.class, plan::event)
                .eventTimeMillis(NexmarkEvent::dateTime);
        return new NexmarkOnTidemark(
                pipeline.source("nexmark", trace, Watermarks.outOfOrder(Duration.ofMillis(NexmarkPlan.DELAY_MILLIS))));
    }

    public DataStream<Person> persons() {
        return events.filter(event -> event instanceof Person).map(event -> (Person) event);
    }

    public DataStream<Auction> auctions() {
        return events.filter(event -> event instanceof Auction).map(event -> (Auction) event);
    }

    public DataStream<Bid> bids() {
        return events.filter(event -> event instanceof Bid).map(event -> (Bid) event);
    }
}
