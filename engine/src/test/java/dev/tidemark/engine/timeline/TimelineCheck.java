package dev.tidemark.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.timeline.Timeline.Order;
import dev.tidemark.engine.timeline.Timeline.Section;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Transcript;
import dev.tidemark.engine.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what came out of a timeline's inputs with what the timeline says, in the order that it promises. */
public final class TimelineCheck {
    private TimelineCheck() {}

    /** Runs the timeline over its pipeline and fails with both transcripts when they differ. */
    public static void check(Timeline timeline, Topology topology, TimelineMode mode, SimulationOptions options) {
        String where =
                timeline + ", " + mode.name() + ", parallelism " + options.parallelism() + ", " + options.schedule();
        TimelineRun run = TimelineRun.of(timeline, topology, mode, options);
        compare(timeline, mode, options, run, where);
        run.run().close();
    }

    private static void compare(
            Timeline timeline, TimelineMode mode, SimulationOptions options, TimelineRun run, String where) {
        if (mode.repeats()) {
            assertThat(TimelineResults.collected(run.run(), timeline))
                    .as(where)
                    .isEqualTo(TimelineResults.expected(timeline));
            return;
        }
        List<Section> happened = run.happened();
        Order order = options.parallelism() == 1 && timeline.order() != Order.MULTISET ? Order.TOTAL : timeline.order();
        switch (order) {
            case TOTAL -> assertThat(text(happened)).as(where).isEqualTo(text(timeline.sections()));
            case PER_KEY -> {
                Set<String> keys = keys(timeline.sections());
                keys.addAll(keys(happened));
                for (String key : keys) {
                    assertThat(text(of(key, happened)))
                            .as(where + ", key " + key)
                            .isEqualTo(text(of(key, timeline.sections())));
                }
            }
            case MULTISET -> {
                for (int i = 0; i < happened.size(); i++) {
                    assertThat(counts(happened.get(i)))
                            .as(where + ", after " + happened.get(i).input())
                            .isEqualTo(counts(timeline.sections().get(i)));
                }
            }
        }
    }

    /** The sections as a transcript. */
    static String text(List<Section> sections) {
        List<TranscriptLine> lines = new ArrayList<>();
        for (Section section : sections) {
            lines.add(section.input());
            lines.addAll(section.out());
        }
        return new Transcript(lines).toString();
    }

    private static Map<TranscriptLine, Integer> counts(Section section) {
        Map<TranscriptLine, Integer> counts = new LinkedHashMap<>();
        section.out().forEach(line -> counts.merge(line, 1, Integer::sum));
        return counts;
    }

    private static Set<String> keys(List<Section> sections) {
        Set<String> keys = new LinkedHashSet<>();
        sections.forEach(section -> section.out().forEach(line -> keys.add(key(line))));
        return keys;
    }

    private static List<Section> of(String key, List<Section> sections) {
        return sections.stream()
                .map(section -> new Section(
                        section.input(),
                        section.out().stream()
                                .filter(line -> key(line).equals(key))
                                .toList()))
                .toList();
    }

    /** The sink and the first component of the value. */
    static String key(TranscriptLine line) {
        String value = line.value();
        int open = value.indexOf('=');
        int end = value.indexOf(',', open);
        return line.subject() + " " + (open < 0 ? "" : value.substring(open + 1, end < 0 ? value.length() - 1 : end));
    }
}
