package dev.tidemark.flink.search;

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
    /** The least share of cases, in thousandths, in which each has to occur. */
    private static final Map<String, Integer> FLOORS = Map.of(
            "an element was late", 100,
            "something fired again within its lateness", 50,
            "a partition was idle", 100,
            "windows merged", 50,
            "several stages", 400,
            "two inputs", 150,
            "two sources", 200,
            "the clock", 200);

    /** How many different pairs of neighbouring stages have to meet in a search of a thousand cases or more. */
    private static final int PAIRS = 150;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
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
        count("windows merged", search.stages().stream().anyMatch(Stage::merges));
        count("several stages", search.stages().size() > 1);
        count("two inputs", search.stages().stream().anyMatch(stage -> !stage.feeds()
                .isEmpty()));
        count("two sources", search.feeds().size() > 1);
        count("the clock", search.byClock());
        count("nothing came out", all.isEmpty());
        String before = "source";
        for (Stage stage : search.stages()) {
            kinds.merge(stage.kind(), 1, Integer::sum);
            pairs.merge(before + ", " + stage.kind(), 1, Integer::sum);
            before = stage.kind();
        }
    }

    /** What occurred in fewer of so many cases than it has to. */
    List<String> below(long cases) {
        List<String> below = new ArrayList<>();
        for (Map.Entry<String, Integer> floor : FLOORS.entrySet()) {
            if (counts.getOrDefault(floor.getKey(), 0) * 1000L < floor.getValue() * cases) {
                below.add(floor.getKey());
            }
        }
        if (cases >= 1000 && pairs.size() < PAIRS) {
            below.add("pairs of stages");
        }
        return below;
    }

    @Override
    public String toString() {
        return counts + ", " + kinds.size() + " kinds of stages " + kinds + ", " + pairs.size() + " pairs of stages";
    }
}
