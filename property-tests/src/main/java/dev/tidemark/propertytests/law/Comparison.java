package dev.tidemark.propertytests.law;

import dev.tidemark.propertytests.run.Outcome;
import dev.tidemark.propertytests.run.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what the sinks of two runs hold, key by key. */
final class Comparison {
    /** How strictly a sink is compared. */
    enum Strictness {
        /** Values and timestamps, in any order. */
        MULTISET("per key, as multisets"),
        /** Values, timestamps and watermarks at emission, in order. */
        SEQUENCE("per key, in order, with watermarks");

        private final String words;

        Strictness(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final long day;
    private final List<String> expectedLines = new ArrayList<>();
    private final List<String> actualLines = new ArrayList<>();
    private String first = "";

    Comparison(long day) {
        this.day = day;
    }

    /** Compares one sink; equal keys leave no trace. */
    void sink(String sink, Outcome expected, Outcome actual, Strictness strictness) {
        Map<String, List<Result>> should = byKey(expected, sink);
        Map<String, List<Result>> is = byKey(actual, sink);
        Set<String> keys = new LinkedHashSet<>(new TreeMap<>(should).keySet());
        keys.addAll(new TreeMap<>(is).keySet());
        for (String key : keys) {
            compare(sink, key, should.getOrDefault(key, List.of()), is.getOrDefault(key, List.of()), strictness);
        }
    }

    private static Map<String, List<Result>> byKey(Outcome outcome, String sink) {
        Map<String, List<Result>> byKey = new LinkedHashMap<>();
        for (Result result : Objects.requireNonNull(outcome.results().get(sink))) {
            byKey.computeIfAbsent(result.key(), any -> new ArrayList<>()).add(result);
        }
        return byKey;
    }

    private void compare(String sink, String key, List<Result> should, List<Result> is, Strictness strictness) {
        boolean ordered = strictness == Strictness.SEQUENCE;
        Function<Result, String> text = result -> ordered ? result.textWithWatermark(day) : result.text(day);
        texts(
                place(sink, key),
                should.stream().map(text).toList(),
                is.stream().map(text).toList(),
                ordered);
    }

    private static String place(String sink, String key) {
        return sink + (key.isEmpty() ? "" : ", key " + key);
    }

    /** Compares the texts of one place. */
    void texts(String place, List<String> should, List<String> is, boolean ordered) {
        List<String> missing = new ArrayList<>(should);
        is.forEach(missing::remove);
        List<String> extra = new ArrayList<>(is);
        should.forEach(extra::remove);
        boolean equal = ordered ? should.equals(is) : missing.isEmpty() && extra.isEmpty();
        if (equal) {
            return;
        }
        expectedLines.add(place + ": " + line(should));
        actualLines.add(place + ": " + line(is));
        if (first.isEmpty()) {
            first = place + ": " + difference(should, is, missing, extra);
        }
    }

    private static String line(List<String> texts) {
        return texts.isEmpty() ? "nothing" : String.join(" | ", texts);
    }

    private static String difference(List<String> should, List<String> is, List<String> missing, List<String> extra) {
        if (!missing.isEmpty() && !extra.isEmpty()) {
            return missing.get(0) + " expected, got " + extra.get(0);
        }
        if (!missing.isEmpty()) {
            return missing.get(0) + " is missing";
        }
        if (!extra.isEmpty()) {
            return extra.get(0) + (should.contains(extra.get(0)) ? " came once more than expected" : " is too much");
        }
        for (int i = 0; i < should.size(); i++) {
            if (!should.get(i).equals(is.get(i))) {
                return "result " + (i + 1) + " is " + is.get(i) + " instead of " + should.get(i);
            }
        }
        throw new IllegalStateException("no difference");
    }

    boolean equal() {
        return first.isEmpty();
    }

    Finding finding(String what, String meaning) {
        return new Finding(what, expectedLines, actualLines, first, meaning);
    }
}
