package dev.tidemark.flink.search;

import dev.tidemark.flink.search.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes a failing case smaller while it goes on failing: first stages go, then lines, in ever smaller chunks. */
final class Shrinking {
    private Shrinking() {}

    /** A case of which {@code difference} still says something, none of whose lines can go. */
    static SearchCase shrink(SearchCase failing, Function<SearchCase, String> difference) {
        SearchCase smallest = failing;
        boolean shrunk = true;
        while (shrunk) {
            SearchCase before = smallest;
            smallest = withoutStages(smallest, difference);
            smallest = withoutLines(smallest, difference);
            shrunk = !smallest.equals(before);
        }
        return smallest;
    }

    private static SearchCase withoutStages(SearchCase failing, Function<SearchCase, String> difference) {
        SearchCase smallest = failing;
        for (int i = smallest.stages().size() - 1; i >= 0; i--) {
            List<Stage> fewer = new ArrayList<>(smallest.stages());
            fewer.remove(i);
            SearchCase candidate = smallest.withStages(fewer);
            if (!difference.apply(candidate).isEmpty()) {
                smallest = candidate;
            }
        }
        return smallest;
    }

    private static SearchCase withoutLines(SearchCase failing, Function<SearchCase, String> difference) {
        SearchCase smallest = failing;
        for (int size = Math.max(1, smallest.lines().size() / 2); size >= 1; size /= 2) {
            for (int from = smallest.lines().size() - size; from >= 0; from -= size) {
                List<Line> fewer = new ArrayList<>(smallest.lines());
                if (from + size <= fewer.size()) {
                    fewer.subList(from, from + size).clear();
                    SearchCase candidate = smallest.withLines(fewer);
                    if (!difference.apply(candidate).isEmpty()) {
                        smallest = candidate;
                    }
                }
            }
        }
        return smallest;
    }
}
