package dev.tidemark.flink.search;

import static java.util.Map.entry;

import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.flink.referee.Outcome;
import dev.tidemark.flink.referee.Outcomes;
import dev.tidemark.flink.search.stage.Feed;
import dev.tidemark.flink.search.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often in a search something occurred that is worth looking at; a search that never meets it proves nothing. */
final class Occurrences {
    /** The least share of cases, in thousandths, in which each has to occur; a word is one of a stage's kind. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            entry("an element was late", 60),
            entry("something fired again within its lateness", 150),
            entry("a partition was idle", Feed.mayIdle(0) ? 500 : 250),
            entry("windows that merge", 100),
            entry("several stages", 400),
            entry("two inputs", 250),
            entry("two sources", 200),
            entry("the clock", 150),
            entry("something came out", 800),
            entry("word TumblingWindows", 80),
            entry("word SlidingWindows", 80),
            entry("word SessionWindows", 60),
            entry("word DynamicSessionWindows", 15),
            entry("word GlobalWindows", 10),
            entry("word whole", 20),
            entry("word CountTrigger", 30),
            entry("word PurgingTrigger", 30),
            entry("word ContinuousEventTimeTrigger", 10),
            entry("word ContinuousProcessingTimeTrigger", 2),
            entry("word ProcessingTimeTrigger", 4),
            entry("word ProcessingTimeoutTrigger", 4),
            entry("word DeltaTrigger", 8),
            entry("word CountEvictor", 6),
            entry("word TimeEvictor", 10),
            entry("word DeltaEvictor", 6),
            entry("word join", 15),
            entry("word flat-join", 15),
            entry("word co-group", 20),
            entry("word interval-join", 15),
            entry("word keyed-co-process", 40),
            entry("word pattern", 50),
            entry("word timers", 80),
            entry("word time-to-live", 10),
            entry("word broadcast-state", 20),
            entry("word keyed-broadcast-state", 20),
            entry("word assigned-watermarks", 20),
            entry("word punctuated", 5),
            entry("word per-event", 5),
            entry("word probed", 2),
            entry("word probed-with-idleness", 2),
            entry("word calls", 15),
            entry("word ordered", 5),
            entry("word unordered", 5),
            entry("word aside", 30));

    /** How many different pairs of neighbouring stages have to meet. */
    private static final int PAIRS = 500;

    /** How many cases there have to be for shares to say something. */
    private static final long ENOUGH = 1000;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> pairs = new TreeMap<>();

    private void count(String what, boolean occurred) {
        counts.merge(what, occurred ? 1 : 0, Integer::sum);
    }

    /** Counts what occurs in a case, of which these are the outcomes. */
    synchronized void count(SearchCase search, Outcomes outcomes) {
        List<Outcome> all = outcomes.sections().stream().flatMap(List::stream).toList();
        count("an element was late", all.stream().anyMatch(Outcome::late));
        count(
                "something fired again within its lateness",
                all.stream()
                        .anyMatch(each -> each.timestamp() != Long.MIN_VALUE && each.timestamp() < each.watermark()));
        count(
                "a partition was idle",
                search.allFeeds().stream().anyMatch(feed -> feed.strategy() == Feed.Strategy.PERIODIC_WITH_IDLENESS)
                        || search.lines().stream().anyMatch(line -> line.element() == WatermarkStatus.IDLE));
        count("windows that merge", search.stages().stream().anyMatch(Stage::merges));
        count("several stages", search.stages().size() > 1);
        count("two inputs", search.stages().stream().anyMatch(stage -> !stage.feeds()
                .isEmpty()));
        count("two sources", search.feeds().size() > 1);
        count("the clock", search.byClock());
        count("something came out", !all.isEmpty());
        String before = "source";
        for (Stage stage : search.stages()) {
            stage.words().forEach(word -> count("word " + word, true));
            pairs.merge(before + ", " + stage.kind(), 1, Integer::sum);
            before = stage.kind();
        }
    }

    /** What occurred in fewer of so many cases than it has to; a few cases have no floors. */
    List<String> below(long cases) {
        if (cases < ENOUGH) {
            return List.of();
        }
        List<String> below = new ArrayList<>();
        for (Map.Entry<String, Integer> floor : FLOORS.entrySet()) {
            if (counts.getOrDefault(floor.getKey(), 0) * 1000L < floor.getValue() * cases) {
                below.add(floor.getKey());
            }
        }
        if (pairs.size() < PAIRS) {
            below.add("pairs of stages");
        }
        return below;
    }

    @Override
    public String toString() {
        return counts + ", " + pairs.size() + " pairs of stages";
    }
}
