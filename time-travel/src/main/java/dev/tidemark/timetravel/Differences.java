package dev.tidemark.timetravel;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.RunView;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.view.StateRow;
import dev.tidemark.engine.view.TimerRow;
import dev.tidemark.engine.view.WatermarkRow;
import dev.tidemark.engine.window.Pane;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lays what two runs have, where they stand, side by side. */
final class Differences {
    /** What is laid beside what is equal to it. */
    private record Place(String what, String where, String about) {}

    private Differences() {}

    /** What differs between two runs, in the order of the first. */
    static List<Difference> between(RunView here, RunView there) {
        Map<Place, List<String>> one = all(here);
        Map<Place, List<String>> other = all(there);
        List<Difference> rows = new ArrayList<>();
        List<String> order = List.of("result", "state", "timer", "watermark", "late", "clock", "failure");
        Map<Place, List<String>> places = new LinkedHashMap<>(one);
        other.forEach(places::putIfAbsent);
        for (String what : order) {
            for (Place place : places.keySet()) {
                List<String> mine = one.getOrDefault(place, List.of());
                List<String> theirs = other.getOrDefault(place, List.of());
                if (place.what().equals(what) && !mine.equals(theirs)) {
                    rows.add(new Difference(what, place.where(), place.about(), text(mine), text(theirs)));
                }
            }
        }
        return rows;
    }

    private static String text(List<String> values) {
        boolean counted = values.size() > 1 && values.stream().distinct().count() == 1;
        return counted ? values.get(0) + ", " + values.size() + " times" : String.join(", ", values);
    }

    private static Map<Place, List<String>> all(RunView run) {
        Map<Place, List<String>> all = new LinkedHashMap<>();
        for (Node node : run.describe().nodes()) {
            if (node.kind().equals("sink")) {
                run.output(node.name()).forEach(result -> add(all, result(node.name(), result), value(result)));
            }
            long late = run.droppedLate(node.name());
            if (late > 0) {
                add(all, new Place("late", node.name(), "elements dropped"), String.valueOf(late));
            }
        }
        put(all, run.state(), Differences::state, row -> ValueText.print(row.value()));
        put(all, run.timers(), Differences::timer, row -> "set");
        put(
                all,
                run.watermarks().stream().filter(Differences::shown).toList(),
                row -> new Place("watermark", row.name(), ""),
                row -> Times.text(row.watermark()) + (row.idle() ? ", idle" : ""));
        add(all, new Place("clock", "", ""), Times.text(run.clock().toEpochMilli()));
        String failure = run.failure();
        if (failure != null) {
            add(all, new Place("failure", "", ""), failure);
        }
        return all;
    }

    private static <R> void put(
            Map<Place, List<String>> all, List<R> rows, Function<R, Place> place, Function<R, String> text) {
        rows.forEach(row -> add(all, place.apply(row), text.apply(row)));
    }

    private static void add(Map<Place, List<String>> all, Place place, String text) {
        all.computeIfAbsent(place, any -> new ArrayList<>()).add(text);
    }

    private static Place result(String sink, Emission<?> result) {
        String about = result.value() instanceof Pane<?, ?> pane
                ? ValueText.print(pane.key()) + " " + pane.window() + ", firing " + pane.firing()
                : ValueText.print(result.value()) + at(result.timestamp());
        return new Place("result", sink, about);
    }

    private static String value(Emission<?> result) {
        return result.value() instanceof Pane<?, ?> pane ? ValueText.print(pane.value()) : "there";
    }

    private static String at(long timestamp) {
        return timestamp == Long.MIN_VALUE ? "" : " @ " + Times.text(timestamp);
    }

    private static Place state(StateRow row) {
        return new Place(
                "state", row.operator(), row.state() + " of " + ValueText.print(row.key()) + blank(row.namespace()));
    }

    private static Place timer(TimerRow row) {
        return new Place(
                "timer",
                row.operator(),
                (row.eventTime() ? "" : "of processing time ") + Times.text(row.at()) + " for "
                        + ValueText.print(row.key()) + blank(row.namespace()));
    }

    private static String blank(String namespace) {
        return namespace.isEmpty() ? "" : " " + namespace;
    }

    /** A channel says again what its source says. */
    private static boolean shown(WatermarkRow row) {
        return row.place() == WatermarkRow.Place.PARTITION || row.place() == WatermarkRow.Place.OPERATOR;
    }
}
