package dev.tidemark.visualizers;

import dev.tidemark.visualizers.eventtime.DelayHistogram;
import dev.tidemark.visualizers.eventtime.EventPoint;
import dev.tidemark.visualizers.eventtime.EventStatus;
import dev.tidemark.visualizers.eventtime.EventTimeData;
import dev.tidemark.visualizers.eventtime.EventTimePlane;
import dev.tidemark.visualizers.eventtime.PaneBox;
import dev.tidemark.visualizers.eventtime.PaneTiming;
import dev.tidemark.visualizers.eventtime.WatermarkLag;
import dev.tidemark.visualizers.eventtime.WatermarkPoint;
import dev.tidemark.visualizers.eventtime.WindowGantt;
import dev.tidemark.visualizers.graph.JobEdge;
import dev.tidemark.visualizers.graph.JobGraph;
import dev.tidemark.visualizers.graph.JobNode;
import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.picture.Picture;
import dev.tidemark.visualizers.picture.StandalonePage;
import dev.tidemark.visualizers.run.Fact;
import dev.tidemark.visualizers.run.LineKind;
import dev.tidemark.visualizers.run.RunCard;
import dev.tidemark.visualizers.run.TranscriptLine;
import dev.tidemark.visualizers.run.TranscriptView;
import dev.tidemark.visualizers.state.StateRow;
import dev.tidemark.visualizers.state.StateTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes sample pages to {@code target/samples}, to be looked at in a browser. */
public final class SamplePages {
    private SamplePages() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/samples"));
        for (Map.Entry<String, List<Picture>> page : pages().entrySet()) {
            long start = System.nanoTime();
            String html = StandalonePage.of(page.getKey(), page.getValue());
            Files.writeString(folder.resolve(page.getKey() + ".html"), html);
            Files.writeString(
                    folder.resolve(page.getKey() + "-still.html"), html.replaceAll("(?s)<script.*?</script>", ""));
            Files.writeString(
                    folder.resolve(page.getKey() + "-dark.html"),
                    html.replace("@media (prefers-color-scheme:dark)", "@media all"));
            System.out.printf("%s: %d ms%n", page.getKey(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static Map<String, List<Picture>> pages() {
        Map<String, List<Picture>> pages = new LinkedHashMap<>();
        pages.put("clicks", charts(Samples.clicks()));
        pages.put("earthquakes", charts(Samples.earthquakes()));
        pages.put("many", List.of(EventTimePlane.of(Samples.clicks(20_000, Duration.ofMinutes(60)))));
        pages.put("words", words());
        pages.put("edges", edges());
        pages.put("empty", charts(EventTimeData.named("nothing yet")));
        return pages;
    }

    /** One event; a global window at the end of input; a delay of a month beside delays of seconds. */
    private static List<Picture> edges() {
        Instant nine = Instant.parse("2026-01-01T09:00:00Z");
        long at = nine.toEpochMilli();
        EventPoint event = EventPoint.of(nine, nine.plusSeconds(1), EventStatus.ON_TIME, "k");
        EventTimeData one = EventTimeData.named("one event").events(List.of(event));
        EventTimeData end = EventTimeData.named("a global window at the end of input")
                .events(List.of(
                        event, EventPoint.of(nine.plusSeconds(8), nine.plusSeconds(9), EventStatus.ON_TIME, "k")))
                .watermarks(List.of(
                        new WatermarkPoint(at, Long.MIN_VALUE),
                        new WatermarkPoint(at + 1_000, at - 3_000),
                        new WatermarkPoint(at + 9_000, at + 5_000),
                        new WatermarkPoint(at + 10_000, Long.MAX_VALUE)))
                .panes(List.of(
                        new PaneBox(Long.MIN_VALUE, Long.MAX_VALUE, at + 5_000, PaneTiming.EARLY, "", "1"),
                        new PaneBox(Long.MIN_VALUE, Long.MAX_VALUE, at + 10_000, PaneTiming.ON_TIME, "", "2")));
        EventTimeData month = EventTimeData.named("a month late")
                .events(List.of(
                        event,
                        EventPoint.of(nine.plusSeconds(60), nine.plusSeconds(62), EventStatus.ON_TIME, "k"),
                        EventPoint.of(
                                nine.plusSeconds(120), nine.plus(Duration.ofDays(30)), EventStatus.DROPPED, "k")));
        return List.of(
                EventTimePlane.of(one),
                EventTimePlane.of(end),
                WatermarkLag.of(end),
                WindowGantt.of(end),
                EventTimePlane.of(month),
                DelayHistogram.of(month));
    }

    static List<Picture> words() {
        RunCard card = new RunCard(
                "strongest quake per network and six hours",
                "step 1,042 of 5,310 · seed 7 · parallelism 2",
                List.of(
                        new Fact("processing time", "2018-02-01 06:12:44"),
                        new Fact("watermark", "2018-02-01 05:30:00"),
                        new Fact("events", "412 on time, 31 late, 9 dropped"),
                        new Fact("panes", "38"),
                        new Fact("checkpoints", "2")));
        List<StateRow> rows = new ArrayList<>();
        List<LineKind> kinds = List.of(LineKind.values());
        List<TranscriptLine> lines = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            rows.add(new StateRow(
                    List.of("ak", "ci", "nc", "us").get(i % 4),
                    "[2018-02-01 0" + i % 4 + ":00:00, 0" + (i % 4 + 1) + ":00:00)",
                    "maxBy",
                    "Quake[id=ak1824" + i + ", mag=" + i % 7 + ".2, place=<Skagway & \"Alaska\">]",
                    i % 3 == 0 ? "event 02:59:59.999" : "",
                    "watermark 0" + (i % 4 + 1) + ":00:00"));
            lines.add(new TranscriptLine(
                    kinds.get(i % kinds.size()),
                    String.format(
                            "%06d  %-11s  09:%02d:00  k%d = %d <b>",
                            i, kinds.get(i % kinds.size()), i % 60, i % 4, i)));
        }
        return List.of(
                card,
                graph(),
                new StateTable("strongest per net", rows, 12),
                new TranscriptView("transcript", lines, 20));
    }

    static JobGraph graph() {
        return new JobGraph(
                "strongest quake per network and six hours",
                List.of(
                        new JobNode("1", "quakes", "source", 2, "watermark 05:30:00"),
                        new JobNode("2", "stations", "source", 1, "watermark 06:00:00"),
                        new JobNode("3", "parse", "map", 2, ""),
                        new JobNode("4", "with station", "interval join", 2, "watermark 05:30:00"),
                        new JobNode("5", "strongest per net", "window", 4, "watermark 05:30:00"),
                        new JobNode("6", "late quakes", "side output sink", 1, ""),
                        new JobNode("7", "collect", "sink", 1, "")),
                List.of(
                        new JobEdge("1", "3", "forward"),
                        new JobEdge("3", "4", "key"),
                        new JobEdge("2", "4", "broadcast"),
                        new JobEdge("4", "5", "key"),
                        new JobEdge("5", "6", "late"),
                        new JobEdge("5", "7", ""),
                        new JobEdge("1", "7", "raw")));
    }

    private static List<Picture> charts(EventTimeData data) {
        Chart gantt = data.panes().stream().anyMatch(pane -> pane.key().equals("alice"))
                ? WindowGantt.of(data, "alice", "bob")
                : WindowGantt.of(data);
        return List.of(EventTimePlane.of(data), DelayHistogram.of(data), WatermarkLag.of(data), gantt);
    }
}
