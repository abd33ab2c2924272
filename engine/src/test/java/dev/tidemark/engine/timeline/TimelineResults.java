package dev.tidemark.engine.timeline;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.engine.transcript.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What sinks hold in the end, by sink and key, in order: what a crash must not change. */
final class TimelineResults {
    private TimelineResults() {}

    static Map<String, ?> expected(Timeline timeline) {
        Map<String, List<String>> results = new TreeMap<>();
        timeline.sections().forEach(section -> section.out().stream()
                .filter(line -> line.kind() == TranscriptLine.Kind.OUTPUT)
                .forEach(line -> add(line, results)));
        return ordered(timeline, results);
    }

    static Map<String, ?> collected(Run run, Timeline timeline) {
        Map<String, List<String>> results = new TreeMap<>();
        for (String sink : sinks(run)) {
            for (Emission<Object> each : run.output(sink)) {
                add(
                        new TranscriptLine(
                                0, sink, TranscriptLine.Kind.OUTPUT, ValueText.print(each.value()), each.timestamp()),
                        results);
            }
        }
        return ordered(timeline, results);
    }

    private static Map<String, ?> ordered(Timeline timeline, Map<String, List<String>> results) {
        if (timeline.order() != Timeline.Order.MULTISET) {
            return results;
        }
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        results.forEach((key, values) -> values.forEach(
                value -> counts.computeIfAbsent(key, any -> new TreeMap<>()).merge(value, 1, Integer::sum)));
        return counts;
    }

    private static List<String> sinks(Run run) {
        return run.describe().nodes().stream()
                .filter(node -> node.kind().equals("sink"))
                .map(node -> node.name())
                .toList();
    }

    private static void add(TranscriptLine line, Map<String, List<String>> results) {
        results.computeIfAbsent(TimelineCheck.key(line), any -> new ArrayList<>())
                .add(line.value() + " @ " + line.timestamp());
    }
}
