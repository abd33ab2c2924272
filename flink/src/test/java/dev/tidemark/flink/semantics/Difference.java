package dev.tidemark.flink.semantics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something in which the engine and Flink are not the same, and known not to be.
 *
 * @param id a heading of the page
 * @param statements that it touches
 * @param flink what Flink does
 * @param here what the engine does, and why
 * @param shownBy names of timelines and tests
 */
record Difference(String id, List<Integer> statements, String flink, String here, List<String> shownBy) {
    /** Every known difference, in the order of the page. */
    static List<Difference> all() throws IOException {
        List<Difference> all = new ArrayList<>();
        Map<String, String> said = new LinkedHashMap<>();
        for (String line : Law.lines("differences.txt")) {
            int colon = line.indexOf(": ");
            said.put(line.substring(0, colon), line.substring(colon + 2));
            if (line.startsWith("shown by: ")) {
                all.add(of(said));
                said.clear();
            }
        }
        return all;
    }

    private static Difference of(Map<String, String> said) {
        return new Difference(
                Objects.requireNonNull(said.get("id")),
                list(said.getOrDefault("statements", "")).stream()
                        .map(Integer::valueOf)
                        .toList(),
                Objects.requireNonNull(said.get("flink")),
                Objects.requireNonNull(said.get("here")),
                list(Objects.requireNonNull(said.get("shown by"))));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
