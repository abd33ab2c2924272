package dev.tidemark.engine.determinism;

import dev.tidemark.engine.AsyncStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ResultFuture;
import dev.tidemark.engine.time.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A pipeline with its input and options for each seed. */
final class RandomPipelines {
    /** An event: its key, a number, and when it happened. */
    record Hit(String key, long number, long millis) {
        Instant time() {
            return Instant.ofEpochMilli(millis);
        }
    }

    private static final int KEYS = 5;

    private final Random random;
    private final boolean empty;
    private final int keys;

    private RandomPipelines(long seed, boolean empty, int keys) {
        this.random = new Random(seed);
        this.empty = empty;
        this.keys = keys;
    }

    /** The pipeline of a seed. */
    static Pipeline pipeline(long seed) {
        return new RandomPipelines(seed, false, KEYS).make(seed);
    }

    /** The same without an event. */
    static Pipeline empty(long seed) {
        return new RandomPipelines(seed, true, KEYS).make(seed);
    }

    /** The same with one key. */
    static Pipeline oneKey(long seed) {
        return new RandomPipelines(seed, false, 1).make(seed);
    }

    /** The options of a seed. */
    static SimulationOptions options(long seed) {
        Random random = new Random(~seed);
        SimulationOptions options =
                SimulationOptions.DEFAULT.parallelism(1 + random.nextInt(3)).chaining(random.nextInt(4) > 0);
        return random.nextInt(4) == 0 ? options.schedule(Schedule.roundRobin()) : options.seed(seed);
    }

    private Pipeline make(long seed) {
        Pipeline pipeline = Pipeline.create("random " + seed);
        DataStream<Hit> hits = source(pipeline, "first");
        if (random.nextInt(2) == 0) {
            hits = new RandomPairs(random).of(hits, source(pipeline, "second"));
        }
        int stages = random.nextInt(3);
        for (int i = 0; i < stages; i++) {
            hits = element(hits);
        }
        RandomKeyed keyed = new RandomKeyed(random);
        hits = keyed.of(hits);
        if (random.nextInt(3) == 0) {
            hits = keyed.of(hits);
        }
        hits.collect("out");
        return pipeline;
    }

    private DataStream<Hit> source(Pipeline pipeline, String name) {
        long salt = random.nextLong();
        int span = 1 + random.nextInt(2000);
        int count = 10 + random.nextInt(20);
        Trace<Hit> trace = Trace.generate(empty ? 0 : count, Hit.class, i -> {
                    Random each = new Random(salt + i);
                    return new Hit("k" + each.nextInt(keys), each.nextInt(100), each.nextInt(span));
                })
                .eventTime(Hit::time)
                .arrivalDelay(salt, Duration.ofMillis(random.nextInt(500)));
        int partitions = 1 + random.nextInt(3);
        return pipeline.source(name, trace.partitionBy(hit -> hit.number() % partitions), watermarks());
    }

    private Watermarks<Hit> watermarks() {
        Watermarks<Hit> watermarks = Watermarks.outOfOrder(Duration.ofMillis(random.nextInt(300)));
        return switch (random.nextInt(4)) {
            case 0 -> watermarks.perEvent();
            case 1 -> watermarks.idleAfter(Duration.ofMillis(300));
            case 2 -> watermarks.every(Duration.ofMillis(50));
            default -> watermarks;
        };
    }

    private DataStream<Hit> element(DataStream<Hit> hits) {
        return switch (random.nextInt(10)) {
            case 0 -> hits.map(hit -> new Hit(hit.key(), hit.number() + 1, hit.millis()));
            case 1 -> hits.filter(hit -> hit.number() % 7 != 0);
            case 2 -> hits.rebalance();
            case 3 -> asked(hits);
            case 4 -> hits.shuffle();
            case 5 -> hits.rescale();
            case 6 -> hits.partitionCustom((key, subtasks) -> key.charAt(1) % subtasks, Hit::key);
            case 7 -> hits.assignTimestampsAndWatermarks(watermarks(), (hit, previous) -> hit.millis() / 2);
            default ->
                hits.flatMap((Hit hit, Output<Hit> out) -> {
                            out.collect(hit);
                            if (hit.number() % 2 == 0) {
                                out.collect(new Hit(hit.key(), -hit.number(), hit.millis()));
                            }
                        })
                        .returns(Hit.class);
        };
    }

    private DataStream<Hit> asked(DataStream<Hit> hits) {
        AsyncStream<Hit, Hit> asking = hits.async(new Negated())
                .capacity(1 + random.nextInt(5))
                .latency(Latency.uniform(Duration.ZERO, Duration.ofMillis(random.nextInt(200))));
        return random.nextBoolean() ? asking.ordered() : asking.unordered();
    }

    /** Answers with the number below zero. */
    static final class Negated implements AsyncFunction<Hit, Hit> {
        private static final long serialVersionUID = 1L;

        @Override
        public void asyncInvoke(Hit input, ResultFuture<Hit> result) {
            result.complete(List.of(new Hit(input.key(), -input.number(), input.millis())));
        }
    }
}
