package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import java.util.List;
import java.util.Locale;

/** Another way from subtasks to subtasks, with a map behind it. */
record Spreading(Way way) implements Stage {
    /** The ways on which it is known who gets what, and that it gets it once. */
    static final List<Way> FIXED = List.of(Way.RESCALE, Way.GLOBAL, Way.CUSTOM);

    /** The ways that don't go by keys. */
    enum Way {
        REBALANCE,
        RESCALE,
        SHUFFLE,
        BROADCAST,
        GLOBAL,
        CUSTOM
    }

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        return spread(hits)
                .map(hit -> new Hit(hit.key(), hit.number() + 3, hit.millis()))
                .name(name);
    }

    private DataStream<Hit> spread(DataStream<Hit> hits) {
        return switch (way) {
            case REBALANCE -> hits.rebalance();
            case RESCALE -> hits.rescale();
            case SHUFFLE -> hits.shuffle();
            case BROADCAST -> hits.broadcast();
            case GLOBAL -> hits.global();
            case CUSTOM ->
                hits.partitionCustom(
                        (Long number, int subtasks) -> (int) Math.floorMod(number, (long) subtasks), Hit::number);
        };
    }

    /** One sender, one receiver. */
    @Override
    public Order order() {
        return Order.KEPT;
    }

    @Override
    public String kind() {
        return way.name().toLowerCase(Locale.ROOT);
    }
}
