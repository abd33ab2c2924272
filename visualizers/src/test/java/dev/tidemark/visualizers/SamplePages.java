package dev.tidemark.visualizers;

import dev.tidemark.visualizers.eventtime.DelayHistogram;
import dev.tidemark.visualizers.eventtime.EventTimeData;
import dev.tidemark.visualizers.eventtime.EventTimePlane;
import dev.tidemark.visualizers.eventtime.WatermarkLag;
import dev.tidemark.visualizers.eventtime.WindowGantt;
import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.picture.Picture;
import dev.tidemark.visualizers.picture.StandalonePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            System.out.printf("%s: %d ms%n", page.getKey(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static Map<String, List<Picture>> pages() {
        Map<String, List<Picture>> pages = new LinkedHashMap<>();
        pages.put("clicks", charts(Samples.clicks()));
        pages.put("earthquakes", charts(Samples.earthquakes()));
        pages.put("many", List.of(EventTimePlane.of(Samples.clicks(20_000, Duration.ofMinutes(60)))));
        pages.put("empty", charts(EventTimeData.named("nothing yet")));
        return pages;
    }

    private static List<Picture> charts(EventTimeData data) {
        Chart gantt = data.panes().stream().anyMatch(pane -> pane.key().equals("alice"))
                ? WindowGantt.of(data, "alice", "bob")
                : WindowGantt.of(data);
        return List.of(EventTimePlane.of(data), DelayHistogram.of(data), WatermarkLag.of(data), gantt);
    }
}
