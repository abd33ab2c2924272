package dev.tidemark.flink.search;

import static java.time.Duration.ofMillis;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.EventTimeTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.WindowAssigner;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes a case from a seed.
 *
 * <p>One source or one stage may go by the clock: which of two things that are due at the same millisecond comes first
 * is open between operators. A stage whose results of one key have an open order is the last.
 */
final class RandomCases {
    private final Random random;
    private final long seed;
    private final boolean clock;
    private final boolean feedByClock;
    private boolean stageByClock;

    private RandomCases(long seed, boolean clock) {
        this.seed = seed;
        this.random = new Random(seed);
        this.clock = clock;
        this.feedByClock = clock && oneIn(3);
        this.stageByClock = clock && !feedByClock;
    }

    /** The case of a seed; {@code clock} says whether processing time may have a say in it. */
    static SearchCase of(long seed, boolean clock) {
        return new RandomCases(seed, clock).make();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** Whether the stage at hand goes by the clock: one of them may. */
    private boolean useClock(int oneIn) {
        boolean use = stageByClock && oneIn(oneIn);
        stageByClock &= !use;
        return use;
    }

    private SearchCase make() {
        List<Feed> feeds = new ArrayList<>();
        feeds.add(feed("in", feedByClock));
        if (oneIn(3)) {
            feeds.add(feed("more", false));
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = random.nextInt(2); i > 0; i--) {
            stages.add(new Stage.Element(random.nextInt(4)));
        }
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            Stage stage = keyed(i == 1);
            stages.add(stage);
            if (stage.anyOrder()) {
                break;
            }
            if (i > 1 && oneIn(4)) {
                stages.add(new Stage.Element(random.nextInt(4)));
            }
        }
        return new SearchCase("random " + seed, feeds, stages, lines(feeds));
    }

    private Feed feed(String name, boolean byClock) {
        return new Feed(name, 1 + random.nextInt(3), strategy(byClock), random.nextInt(10));
    }

    /** Where anything goes by the clock, other watermarks are sent by hand: else which is first would be open. */
    private Feed.Strategy strategy(boolean byClock) {
        if (byClock) {
            return random.nextBoolean() ? Feed.Strategy.PERIODIC : Feed.Strategy.PERIODIC_WITH_IDLENESS;
        }
        return switch (clock ? 2 : random.nextInt(5)) {
            case 0 -> Feed.Strategy.PER_EVENT;
            case 1 -> Feed.Strategy.PUNCTUATED;
            default -> Feed.Strategy.BY_HAND;
        };
    }

    /** What timers of processing time emit has no timestamp, so nothing that needs one may follow. */
    private Stage keyed(boolean last) {
        return switch (random.nextInt(8)) {
            case 0 -> new Stage.Rolling(random.nextBoolean());
            case 1, 2 -> new Stage.Timing(last && useClock(2));
            default -> windows();
        };
    }

    private Windowing windows() {
        boolean processing = useClock(4);
        WindowAssigner<Object, TimeWindow> assigner = assigner(processing);
        Trigger<Object, TimeWindow> trigger = trigger(assigner.eventTime());
        Windowing.Contents contents =
                List.of(Windowing.Contents.values()).get(random.nextInt(assigner.merging() ? 3 : 4));
        return new Windowing(
                assigner,
                trigger,
                random.nextBoolean() ? 0 : random.nextInt(25),
                contents,
                contents != Windowing.Contents.PANES && oneIn(3),
                processing || byClock(trigger));
    }

    private static boolean byClock(@Nullable Trigger<Object, TimeWindow> trigger) {
        return trigger instanceof ContinuousProcessingTimeTrigger || trigger instanceof ProcessingTimeTrigger;
    }

    private WindowAssigner<Object, TimeWindow> assigner(boolean processing) {
        int size = 1 + random.nextInt(25);
        int slide = 1 + random.nextInt(15);
        return switch (random.nextInt(3)) {
            case 0 -> {
                SessionWindows windows = SessionWindows.withGap(ofMillis(size));
                yield processing ? windows.inProcessingTime() : windows;
            }
            case 1 -> {
                SlidingWindows windows = SlidingWindows.of(ofMillis(size), ofMillis(slide))
                        .offset(ofMillis(random.nextInt(2 * slide - 1) - slide + 1));
                yield processing ? windows.inProcessingTime() : windows;
            }
            default -> {
                TumblingWindows windows =
                        TumblingWindows.of(ofMillis(size)).offset(ofMillis(random.nextInt(2 * size - 1) - size + 1));
                yield processing ? windows.inProcessingTime() : windows;
            }
        };
    }

    private @Nullable Trigger<Object, TimeWindow> trigger(boolean eventTime) {
        return switch (random.nextInt(12)) {
            case 0 -> CountTrigger.of(1 + random.nextInt(3));
            case 1 -> PurgingTrigger.of(CountTrigger.of(1 + random.nextInt(3)));
            case 2 -> eventTime ? PurgingTrigger.of(new EventTimeTrigger()) : null;
            case 3 -> eventTime ? ContinuousEventTimeTrigger.every(ofMillis(1 + random.nextInt(10))) : null;
            case 4 ->
                !eventTime || useClock(1)
                        ? ContinuousProcessingTimeTrigger.every(ofMillis(1 + random.nextInt(10)))
                        : null;
            case 5 -> !eventTime || useClock(1) ? new ProcessingTimeTrigger() : null;
            default -> null;
        };
    }

    private List<Line> lines(List<Feed> feeds) {
        List<Line> lines = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        long now = 1;
        long front = random.nextInt(100) - 50L;
        for (int i = 10 + random.nextInt(30); i > 0; i--) {
            now += random.nextInt(clock ? 15 : 2);
            front += random.nextInt(5);
            Feed feed = feeds.get(random.nextInt(feeds.size()));
            if (!ended.contains(feed.name())) {
                int partition = random.nextInt(feed.partitions());
                lines.add(new Line(now, feed.name(), partition, element(feed, front)));
                if (oneIn(60)) {
                    ended.add(feed.name());
                    end(lines, now, feed);
                }
            }
        }
        for (Feed feed : feeds) {
            if (!ended.contains(feed.name())) {
                end(lines, now, feed);
            }
        }
        return lines;
    }

    private static void end(List<Line> lines, long now, Feed feed) {
        lines.add(new Line(now, feed.name(), 0, EndOfInput.INSTANCE));
    }

    private StreamElement element(Feed feed, long front) {
        if (!feed.byClock() && oneIn(12)) {
            return WatermarkStatus.IDLE;
        }
        if (feed.strategy() == Feed.Strategy.BY_HAND && oneIn(3)) {
            return new Watermark(front + random.nextInt(12) - 4);
        }
        Hit hit = new Hit("k" + random.nextInt(3), random.nextInt(100), front);
        return new Event(hit, front + random.nextInt(25) - 12);
    }
}
