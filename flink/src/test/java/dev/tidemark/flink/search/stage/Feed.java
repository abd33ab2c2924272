package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.flink.referee.FlinkVersion;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A source by hand.
 *
 * @param strategy how it knows the progress of event time
 * @param boundMillis of disorder, where the strategy has one
 */
public record Feed(String name, int partitions, Strategy strategy, long boundMillis) {
    /** Where watermarks come from. */
    public enum Strategy {
        BY_HAND,
        PER_EVENT,
        PUNCTUATED,
        PERIODIC,
        PERIODIC_WITH_IDLENESS
    }

    /** Whether the clock has a say in the watermarks. */
    public boolean byClock() {
        return strategy == Strategy.PERIODIC || strategy == Strategy.PERIODIC_WITH_IDLENESS;
    }

    /**
     * Whether a partition may go idle: before 2.1 Flink took it otherwise when all of a source's, or both inputs of an
     * operator, are, a known difference.
     */
    public static boolean mayIdle(int partition) {
        return partition > 0 || !FlinkVersion.before("2.1");
    }

    public DataStream<Hit> into(Pipeline pipeline) {
        String[] names =
                IntStream.range(0, partitions).mapToObj(Integer::toString).toArray(String[]::new);
        return pipeline.source(name, Source.byHand(Hit.class).partitions(names), watermarks());
    }

    private Watermarks<Hit> watermarks() {
        Duration bound = Duration.ofMillis(boundMillis);
        return switch (strategy) {
            case BY_HAND -> Watermarks.byHand();
            case PER_EVENT -> Watermarks.<Hit>outOfOrder(bound).perEvent();
            case PUNCTUATED -> Watermarks.punctuated(Feed::mark);
            case PERIODIC -> Watermarks.<Hit>outOfOrder(bound).every(Duration.ofMillis(20));
            case PERIODIC_WITH_IDLENESS ->
                Watermarks.<Hit>outOfOrder(bound).every(Duration.ofMillis(20)).idleAfter(Duration.ofMillis(50));
        };
    }

    /** Every third number is followed by a watermark a little behind it. */
    private static OptionalLong mark(Hit hit, long timestamp) {
        return hit.number() % 3 == 0 ? OptionalLong.of(timestamp - 2) : OptionalLong.empty();
    }
}
