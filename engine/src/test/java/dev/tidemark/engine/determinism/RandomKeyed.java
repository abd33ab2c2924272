package dev.tidemark.engine.determinism;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.KeyedStream;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.cep.AfterMatchSkipStrategy;
import dev.tidemark.engine.cep.EventPattern;
import dev.tidemark.engine.determinism.RandomPipelines.Hit;
import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.evictor.TimeEvictor;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A stream by key made another stream, in every way that there is. */
final class RandomKeyed {
    private final Random random;

    RandomKeyed(Random random) {
        this.random = random;
    }

    DataStream<Hit> of(DataStream<Hit> hits) {
        KeyedStream<Hit, String> keyed = hits.keyBy(Hit::key);
        int parallelism = 1 + random.nextInt(3);
        return switch (random.nextInt(9)) {
            case 0 -> keyed.reduce(RandomKeyed::sum);
            case 1 -> keyed.process(new RememberingFunction()).parallelism(parallelism);
            case 2 -> keyed.map(new FadingFunction(millis(30, 300))).parallelism(parallelism);
            case 3 -> counted(keyed).parallelism(parallelism);
            case 4 -> pattern(keyed).parallelism(parallelism);
            case 5 -> hits.windowAll(TumblingWindows.of(millis(50, 300))).reduce(RandomKeyed::sum);
            default -> windows(keyed).maxBy(Hit::number).parallelism(parallelism);
        };
    }

    /** Results of global windows have the last time of all, from where a continuous trigger would begin at the first. */
    private static DataStream<Hit> counted(KeyedStream<Hit, String> keyed) {
        return keyed.countWindow(3)
                .reduce(RandomKeyed::sum)
                .assignTimestampsAndWatermarks(
                        Watermarks.<Hit>outOfOrder(Duration.ofMillis(100)).perEvent(), Hit::time);
    }

    private static Hit sum(Hit left, Hit right) {
        return new Hit(left.key(), left.number() + right.number(), right.millis());
    }

    private Duration millis(int least, int more) {
        return Duration.ofMillis(least + random.nextInt(more));
    }

    private DataStream<Hit> pattern(KeyedStream<Hit, String> keyed) {
        EventPattern<Hit, Hit> even =
                EventPattern.begin("even", Hit.class, skipping()).where(hit -> hit.number() % 2 == 0);
        EventPattern<Hit, Hit> more = random.nextBoolean()
                ? even.followedBy("odd").where(hit -> hit.number() % 2 != 0).oneOrMore()
                : even.followedByAny("odd").where(hit -> hit.number() % 2 != 0);
        return keyed.pattern(more.within(millis(50, 400)))
                .select(match -> sum(first(match, "even"), first(match, "odd")))
                .returns(Hit.class);
    }

    private static Hit first(Map<String, List<Hit>> match, String part) {
        return Objects.requireNonNull(match.get(part)).get(0);
    }

    private AfterMatchSkipStrategy skipping() {
        return random.nextBoolean() ? AfterMatchSkipStrategy.noSkip() : AfterMatchSkipStrategy.skipPastLastEvent();
    }

    private WindowedStream<Hit, String, ? extends Window> windows(KeyedStream<Hit, String> keyed) {
        Duration size = millis(50, 300);
        WindowedStream<Hit, String, TimeWindow> windows =
                switch (random.nextInt(5)) {
                    case 0 -> keyed.window(SlidingWindows.of(size, millis(40, 100)));
                    case 1 -> keyed.window(SessionWindows.withGap(size));
                    case 2 ->
                        keyed.window(SessionWindows.withDynamicGap(
                                (Hit hit) -> Duration.ofMillis(20 + Math.floorMod(hit.number(), 100))));
                    case 3 -> keyed.window(TumblingWindows.of(size).inProcessingTime());
                    default -> keyed.window(TumblingWindows.of(size));
                };
        windows = windows.allowedLateness(Duration.ofMillis(random.nextBoolean() ? random.nextLong(300) : 0));
        windows = triggered(windows);
        return switch (random.nextInt(6)) {
            case 0 -> windows.evictor(CountEvictor.of(2));
            case 1 -> windows.evictor(TimeEvictor.of(Duration.ofMillis(40)));
            default -> windows;
        };
    }

    private WindowedStream<Hit, String, TimeWindow> triggered(WindowedStream<Hit, String, TimeWindow> windows) {
        return switch (random.nextInt(8)) {
            case 0 -> windows.trigger(CountTrigger.of(2));
            case 1 -> windows.trigger(PurgingTrigger.of(CountTrigger.of(3)));
            case 2 -> windows.trigger(ContinuousEventTimeTrigger.every(Duration.ofMillis(30)));
            case 3 -> windows.trigger(ContinuousProcessingTimeTrigger.every(Duration.ofMillis(70)));
            default -> windows;
        };
    }
}
