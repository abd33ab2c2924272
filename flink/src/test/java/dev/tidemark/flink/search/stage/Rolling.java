package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import java.util.Locale;

/** What each key's hits come to so far. */
record Rolling(Kind which) implements Stage {
    /** What is told. */
    enum Kind {
        /** Twice what came before, and the hit: the order counts. */
        REDUCE,
        SUM,
        MAX,
        MIN,
        MAX_BY,
        MIN_BY,
        LAST_MAX_BY
    }

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        return of(hits.keyBy(Hit::key)).name(name);
    }

    private DataStream<Hit> of(KeyedStream<Hit, String> keyed) {
        return switch (which) {
            case REDUCE ->
                keyed.reduce((left, right) ->
                        new Hit(left.key(), left.number() * 2 % 1_000_003 + right.number(), right.millis()));
            case SUM -> keyed.sum(Hit::number, Hit::withNumber);
            case MAX -> keyed.max(Hit::number, Hit::withNumber);
            case MIN -> keyed.min(Hit::number, Hit::withNumber);
            case MAX_BY -> keyed.maxBy(hit -> hit.number() / 10);
            case MIN_BY -> keyed.minBy(hit -> hit.number() / 10);
            case LAST_MAX_BY -> keyed.maxBy(hit -> hit.number() / 10, false);
        };
    }

    @Override
    public Order order() {
        return Order.KEPT;
    }

    @Override
    public String kind() {
        return which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
