package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.TimestampAssigner;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * New times, and watermarks made of them.
 *
 * @param punctuated whether watermarks follow some hits, or each, by a bound
 * @param shift by how much times may differ from those before
 */
record Reassigning(boolean punctuated, long boundMillis, int shift) implements Stage {
    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        int most = shift + 1;
        TimestampAssigner<Hit> time = (hit, previous) -> previous + Math.floorMod(hit.number(), most);
        Watermarks<Hit> watermarks = punctuated
                ? Watermarks.punctuated((hit, timestamp) ->
                        hit.number() % 3 == 0 ? OptionalLong.of(timestamp - 3) : OptionalLong.empty())
                : Watermarks.<Hit>outOfOrder(Duration.ofMillis(boundMillis)).perEvent();
        return hits.assignTimestampsAndWatermarks(watermarks, time).name(name);
    }

    @Override
    public Order order() {
        return Order.KEPT;
    }

    @Override
    public String kind() {
        return "assigned-watermarks";
    }
}
