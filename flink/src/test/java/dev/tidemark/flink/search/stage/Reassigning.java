package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.TimestampAssigner;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * New times, and watermarks made of them.
 *
 * @param shift by how much times may differ from those before
 */
record Reassigning(Kind which, long boundMillis, int shift) implements Stage {
    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration SILENCE = Duration.ofMillis(50);

    /** When there are watermarks. */
    enum Kind {
        /** Behind some hits. */
        PUNCTUATED,
        PER_EVENT,
        /** By the clock, as far apart as the probes of sources that go by it: a job of Flink's has one interval. */
        PROBED,
        PROBED_WITH_IDLENESS
    }

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        int most = shift + 1;
        TimestampAssigner<Hit> time = (hit, previous) -> previous + Math.floorMod(hit.number(), most);
        return hits.assignTimestampsAndWatermarks(watermarks(), time).name(name);
    }

    private Watermarks<Hit> watermarks() {
        Watermarks<Hit> bounded = Watermarks.outOfOrder(Duration.ofMillis(boundMillis));
        return switch (which) {
            case PUNCTUATED ->
                Watermarks.punctuated((hit, timestamp) ->
                        hit.number() % 3 == 0 ? OptionalLong.of(timestamp - 3) : OptionalLong.empty());
            case PER_EVENT -> bounded.perEvent();
            case PROBED -> bounded.every(EVERY);
            case PROBED_WITH_IDLENESS -> bounded.every(EVERY).idleAfter(SILENCE);
        };
    }

    @Override
    public boolean byClock() {
        return which == Kind.PROBED || which == Kind.PROBED_WITH_IDLENESS;
    }

    @Override
    public Order order() {
        return Order.KEPT;
    }

    @Override
    public String kind() {
        return "assigned-watermarks " + which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
