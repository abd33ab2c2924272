package dev.tidemark.engine.determinism;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.determinism.RandomPipelines.Hit;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessJoinFunction;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import java.util.Random;

/** Two streams made one, in every way that there is. */
final class RandomPairs {
    /** The largest number that came by broadcast, for each key. */
    static final MapStateDescriptor<String, Long> LARGEST = MapStateDescriptor.of("largest", String.class, Long.class);

    private final Random random;

    RandomPairs(Random random) {
        this.random = random;
    }

    DataStream<Hit> of(DataStream<Hit> first, DataStream<Hit> second) {
        return switch (random.nextInt(8)) {
            case 0 -> interval(first, second);
            case 1 -> joined(first, second);
            case 2 -> grouped(first, second);
            case 3 -> first.connect(second).keyBy(Hit::key, Hit::key).process(new Meeting());
            case 4 -> first.keyBy(Hit::key).connect(second.broadcast(LARGEST)).process(new Listening());
            default -> first.union(second);
        };
    }

    private DataStream<Hit> interval(DataStream<Hit> first, DataStream<Hit> second) {
        long lower = random.nextLong(-300, 200);
        long upper = lower + random.nextLong(300);
        return first.keyBy(Hit::key)
                .intervalJoin(second.keyBy(Hit::key))
                .between(Duration.ofMillis(lower), Duration.ofMillis(upper))
                .process((Hit left, Hit right, ProcessJoinFunction.Context context, Output<Hit> out) ->
                        out.collect(both(left, right)))
                .returns(Hit.class);
    }

    private DataStream<Hit> joined(DataStream<Hit> first, DataStream<Hit> second) {
        return first.join(second)
                .where(Hit::key)
                .equalTo(Hit::key)
                .window(windows())
                .allowedLateness(Duration.ofMillis(random.nextInt(300)))
                .apply(RandomPairs::both);
    }

    private DataStream<Hit> grouped(DataStream<Hit> first, DataStream<Hit> second) {
        return first.coGroup(second)
                .where(Hit::key)
                .equalTo(Hit::key)
                .window(windows())
                .allowedLateness(Duration.ofMillis(random.nextInt(300)))
                .apply((Iterable<Hit> left, Iterable<Hit> right, Output<Hit> out) -> {
                    Hit sum = new Hit("", 0, 0);
                    for (Hit hit : left) {
                        sum = both(hit, sum);
                    }
                    for (Hit hit : right) {
                        sum = both(hit, sum);
                    }
                    out.collect(sum);
                })
                .returns(Hit.class);
    }

    private WindowAssigner<Object, TimeWindow> windows() {
        Duration size = Duration.ofMillis(50 + random.nextInt(300));
        return switch (random.nextInt(3)) {
            case 0 -> SlidingWindows.of(size, Duration.ofMillis(40 + random.nextInt(100)));
            case 1 -> SessionWindows.withGap(size);
            default -> TumblingWindows.of(size);
        };
    }

    static Hit both(Hit left, Hit right) {
        return new Hit(left.key(), 31 * left.number() + right.number(), Math.max(left.millis(), right.millis()));
    }
}
