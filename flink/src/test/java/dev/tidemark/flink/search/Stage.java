package dev.tidemark.flink.search;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.function.Output;

/** One operator, or a few, of a random pipeline: from hits to hits, each of the same key. */
interface Stage {
    /** The stage behind {@code hits}; {@code name} is unique in the pipeline. */
    DataStream<Hit> behind(DataStream<Hit> hits, String name);

    /** Whether the clock has a say in the results. */
    default boolean byClock() {
        return false;
    }

    /** Whether results of one key can come in an order that Flink leaves open. */
    default boolean anyOrder() {
        return false;
    }

    /** What the stage is, in a word: for counting which stages meet. */
    String kind();

    /** One at a time, without a key. */
    record Element(int which) implements Stage {
        @Override
        public DataStream<Hit> behind(DataStream<Hit> hits, String name) {
            return switch (which) {
                case 0 ->
                    hits.map(hit -> new Hit(hit.key(), hit.number() + 1, hit.millis()))
                            .name(name);
                case 1 -> hits.filter(hit -> hit.number() % 7 != 0).name(name);
                case 2 -> hits.rebalance();
                default ->
                    hits.flatMap((Hit hit, Output<Hit> out) -> {
                                out.collect(hit);
                                if (hit.number() % 2 == 0) {
                                    out.collect(new Hit(hit.key(), -hit.number(), hit.millis()));
                                }
                            })
                            .returns(Hit.class)
                            .name(name);
            };
        }

        @Override
        public String kind() {
            return switch (which) {
                case 0 -> "map";
                case 1 -> "filter";
                case 2 -> "rebalance";
                default -> "flat-map";
            };
        }
    }

    /** The sum so far, or the largest so far. */
    record Rolling(boolean sum) implements Stage {
        @Override
        public DataStream<Hit> behind(DataStream<Hit> hits, String name) {
            var keyed = hits.keyBy(Hit::key);
            return (sum
                            ? keyed.reduce((left, right) ->
                                    new Hit(left.key(), left.number() + right.number(), right.millis()))
                            : keyed.maxBy(Hit::number))
                    .name(name);
        }

        @Override
        public String kind() {
            return sum ? "reduce" : "max-by";
        }
    }

    /** Timers and state of every kind: see {@link Alarms}. */
    record Timing(boolean byClock) implements Stage {
        @Override
        public DataStream<Hit> behind(DataStream<Hit> hits, String name) {
            return hits.keyBy(Hit::key).process(new Alarms(byClock)).name(name);
        }

        @Override
        public String kind() {
            return byClock ? "timers of both times" : "timers";
        }
    }
}
