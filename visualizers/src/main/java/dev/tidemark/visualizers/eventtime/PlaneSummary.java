package dev.tidemark.visualizers.eventtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line that says in words what a chart of event time shows. */
final class PlaneSummary {
    private PlaneSummary() {}

    static String of(EventTimeData data) {
        List<String> parts = new ArrayList<>();
        int events = data.events().size();
        parts.add(
                events == 0
                        ? "no events yet"
                        : String.format(
                                Locale.ROOT,
                                "%,d %s: %,d on time, %,d late, %,d dropped",
                                events,
                                events == 1 ? "event" : "events",
                                data.count(EventStatus.ON_TIME),
                                data.count(EventStatus.LATE),
                                data.count(EventStatus.DROPPED)));
        int notDrawn = events - data.drawableEvents().size();
        if (notDrawn > 0) {
            parts.add(String.format(Locale.ROOT, "%,d without an event time, not drawn", notDrawn));
        }
        if (!data.panes().isEmpty()) {
            int panes = data.panes().size();
            parts.add(String.format(Locale.ROOT, "%,d %s", panes, panes == 1 ? "pane" : "panes"));
        }
        if (!data.watermarks().isEmpty()) {
            WatermarkPoint last = data.watermarks().get(data.watermarks().size() - 1);
            parts.add("watermark at " + Times.words(last.watermarkMillis()));
        }
        return String.join(" · ", parts);
    }
}
