package dev.tidemark.visualizers.eventtime;

import java.util.List;

/** What the rows of a Gantt chart are called: key and window, without the day if it is the same for all. */
record GanttNames(boolean oneDay) {

    static GanttNames of(List<GanttBar> bars) {
        long days = bars.stream()
                .flatMap(bar -> bar.firings().stream())
                .filter(pane -> Times.isFinite(pane.windowStartMillis()) && Times.isFinite(pane.windowEndMillis()))
                .flatMap(pane ->
                        List.of(Times.day(pane.windowStartMillis()), Times.day(pane.windowEndMillis() - 1)).stream())
                .distinct()
                .count();
        return new GanttNames(days <= 1);
    }

    String of(PaneBox pane) {
        String window = oneDay
                ? "[" + Times.clock(pane.windowStartMillis()) + ", " + Times.clock(pane.windowEndMillis()) + ")"
                : pane.window();
        return pane.key().isEmpty() ? window : pane.key() + "  " + window;
    }

    String of(GanttBar bar) {
        return of(bar.lastFiring());
    }
}
