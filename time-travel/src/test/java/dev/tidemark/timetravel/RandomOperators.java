package dev.tidemark.timetravel;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.WindowResult;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.timetravel.Pipelines.Click;
import java.time.Duration;
import java.util.Random;

/** What a random pipeline does with its clicks. */
final class RandomOperators {
    /** Counts a user's clicks, and says so ten seconds after the last in event time, or after one in processing time. */
    static final class Quiet extends KeyedProcessFunction<String, Click, String> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("NullAway.Init") // made when the job starts
        private transient ValueState<Long> count;

        @Override
        public void open(KeyedState state) {
            count = state.value("count", Long.class);
        }

        @Override
        public void processElement(Click click, Context<String> context, Output<String> out) {
            Long before = count.value();
            count.update((before == null ? 0 : before) + click.count());
            context.timers().registerEventTimeTimer(click.second() * 1000 + 10_000);
            context.timers().registerProcessingTimeTimer(context.timers().processingTime() + 1000);
        }

        @Override
        public void onTimer(long timestamp, TimerContext<String> context, Output<String> out) {
            out.collect(context.key() + " " + timestamp + " " + count.value());
        }
    }

    private RandomOperators() {}

    static void add(DataStream<Click> clicks, Random random) {
        DataStream<Click> some =
                switch (random.nextInt(3)) {
                    case 0 ->
                        clicks.map(click -> new Click(click.user(), click.second(), click.count() + 1))
                                .name("add one");
                    case 1 -> clicks.filter(click -> click.count() % 3 != 0).name("not thirds");
                    default -> clicks.rebalance();
                };
        if (random.nextBoolean()) {
            some.keyBy(Click::user).process(new Quiet()).name("quiet").collect("quiet ones");
        }
        windows(some, random).name("windows").panes().collect("panes");
        some.collect("all");
    }

    private static WindowResult<String, Long> windows(DataStream<Click> clicks, Random random) {
        var keyed = clicks.keyBy(Click::user);
        Duration ten = Duration.ofSeconds(10);
        return switch (random.nextInt(5)) {
            case 0 -> keyed.window(TumblingWindows.of(ten)).allowedLateness(ten).sumLong(Click::count);
            case 1 ->
                keyed.window(SlidingWindows.of(ten, Duration.ofSeconds(4))).sumLong(Click::count);
            case 2 ->
                keyed.window(SessionWindows.withGap(ten)).allowedLateness(ten).sumLong(Click::count);
            case 3 ->
                keyed.window(TumblingWindows.of(ten))
                        .trigger(CountTrigger.of(2))
                        .sumLong(Click::count);
            default ->
                keyed.window(TumblingWindows.of(ten))
                        .trigger(ContinuousProcessingTimeTrigger.every(Duration.ofSeconds(3)))
                        .sumLong(Click::count);
        };
    }
}
