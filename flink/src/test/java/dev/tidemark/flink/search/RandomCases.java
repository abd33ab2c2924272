package dev.tidemark.flink.search;

import dev.tidemark.engine.element.EndOfInput;
import dev.tidemark.engine.element.Event;
import dev.tidemark.engine.element.StreamElement;
import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.flink.search.stage.Draw;
import dev.tidemark.flink.search.stage.DrawStages;
import dev.tidemark.flink.search.stage.Feed;
import dev.tidemark.flink.search.stage.Hit;
import dev.tidemark.flink.search.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** Makes a case from a seed. */
final class RandomCases {
    private final Draw draw;

    private RandomCases(Draw draw) {
        this.draw = draw;
    }

    /** The case of a seed; in every other one processing time has a say. */
    static SearchCase of(long seed) {
        return of(seed, seed % 2 == 0);
    }

    /** The case of a seed; {@code clock} says whether processing time may have a say in it. */
    static SearchCase of(long seed, boolean clock) {
        return of("random " + seed, new Draw(seed, clock, false));
    }

    /** The case of a seed for two subtasks of each operator, without the clock. */
    static SearchCase forTwo(long seed) {
        return of("random " + seed + " for two", new Draw(seed, false, true));
    }

    private static SearchCase of(String name, Draw draw) {
        List<Feed> feeds = new ArrayList<>();
        feeds.add(draw.first("in"));
        if (draw.oneIn(3)) {
            feeds.add(draw.other("more"));
        }
        List<Stage> stages = DrawStages.of(draw);
        List<Feed> all = new ArrayList<>(feeds);
        stages.forEach(stage -> all.addAll(stage.feeds()));
        boolean few = draw.two() || stages.stream().anyMatch(Stage::explodes);
        int lines = few ? 10 + draw.below(15) : 10 + draw.below(20) + 10 * all.size();
        return new SearchCase(name, feeds, stages, new RandomCases(draw).lines(all, lines));
    }

    private List<Line> lines(List<Feed> feeds, int count) {
        List<Line> lines = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        long now = 1;
        long front = draw.below(100) - 50L;
        for (int i = 0; i < count; i++) {
            now += draw.below(draw.clock() ? 15 : 2);
            front += draw.below(5);
            Feed feed = feeds.get(draw.below(feeds.size()));
            if (!ended.contains(feed.name())) {
                int partition = draw.below(feed.partitions());
                lines.add(new Line(now, feed.name(), partition, element(feed, partition, front)));
                if (draw.oneIn(60)) {
                    ended.add(feed.name());
                    end(lines, now, front, feed);
                }
            }
        }
        for (Feed feed : feeds) {
            if (!ended.contains(feed.name())) {
                end(lines, now, front, feed);
            }
        }
        return lines;
    }

    /** Of two subtasks that end at once it is open which is first: it can't be seen when both have the same watermark. */
    private void end(List<Line> lines, long now, long front, Feed feed) {
        if (draw.two() && feed.partitions() > 1) {
            for (int i = 0; i < feed.partitions(); i++) {
                lines.add(new Line(now, feed.name(), i, new Watermark(front + 20)));
            }
        }
        lines.add(new Line(now, feed.name(), 0, EndOfInput.INSTANCE));
    }

    private StreamElement element(Feed feed, int partition, long front) {
        if (draw.idle() && !feed.byClock() && draw.oneIn(12) && Feed.mayIdle(partition)) {
            return WatermarkStatus.IDLE;
        }
        if (feed.strategy() == Feed.Strategy.BY_HAND && draw.oneIn(3)) {
            return new Watermark(front + draw.below(12) - 4);
        }
        Hit hit = new Hit("k" + draw.below(3), draw.below(100), front);
        return new Event(hit, front + draw.below(25) - 12);
    }
}
