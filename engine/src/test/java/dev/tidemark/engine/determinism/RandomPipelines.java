package dev.tidemark.engine.determinism;

import dev.tidemark.engine.AsyncStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ResultFuture;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
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

    private final Random random;

    private RandomPipelines(long seed) {
        this.random = new Random(seed);
    }

    /** The pipeline of a seed. */
    static Pipeline pipeline(long seed) {
        return new RandomPipelines(seed).make(seed);
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
        hits = keyed(hits);
        if (random.nextInt(3) == 0) {
            hits = keyed(hits);
        }
        hits.collect("out");
        return pipeline;
    }

    private DataStream<Hit> source(Pipeline pipeline, String name) {
        long salt = random.nextLong();
        int span = 1 + random.nextInt(2000);
        Trace<Hit> trace = Trace.generate(10 + random.nextInt(20), Hit.class, i -> {
                    Random each = new Random(salt + i);
                    return new Hit("k" + each.nextInt(5), each.nextInt(100), each.nextInt(span));
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
        return switch (random.nextInt(5)) {
            case 0 -> hits.map(hit -> new Hit(hit.key(), hit.number() + 1, hit.millis()));
            case 1 -> hits.filter(hit -> hit.number() % 7 != 0);
            case 2 -> hits.rebalance();
            case 3 -> asked(hits);
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

    private DataStream<Hit> keyed(DataStream<Hit> hits) {
        KeyedStream<Hit, String> keyed = hits.keyBy(Hit::key);
        int parallelism = 1 + random.nextInt(3);
        return switch (random.nextInt(4)) {
            case 0 ->
                keyed.reduce((left, right) -> new Hit(left.key(), left.number() + right.number(), right.millis()));
            case 1 -> keyed.process(new RememberingFunction()).parallelism(parallelism);
            default -> windows(keyed).maxBy(Hit::number).parallelism(parallelism);
        };
    }

    private WindowedStream<Hit, String, TimeWindow> windows(KeyedStream<Hit, String> keyed) {
        Duration size = Duration.ofMillis(50 + random.nextInt(300));
        WindowedStream<Hit, String, TimeWindow> windows =
                switch (random.nextInt(4)) {
                    case 0 -> keyed.window(SlidingWindows.of(size, Duration.ofMillis(40 + random.nextInt(100))));
                    case 1 -> keyed.window(SessionWindows.withGap(size));
                    case 2 -> keyed.window(TumblingWindows.of(size).inProcessingTime());
                    default -> keyed.window(TumblingWindows.of(size));
                };
        windows = windows.allowedLateness(Duration.ofMillis(random.nextBoolean() ? random.nextLong(300) : 0));
        return switch (random.nextInt(6)) {
            case 0 -> windows.trigger(CountTrigger.of(2));
            case 1 -> windows.trigger(PurgingTrigger.of(CountTrigger.of(3)));
            case 2 -> windows.trigger(ContinuousEventTimeTrigger.every(Duration.ofMillis(30)));
            case 3 -> windows.trigger(ContinuousProcessingTimeTrigger.every(Duration.ofMillis(70)));
            default -> windows;
        };
    }
}
