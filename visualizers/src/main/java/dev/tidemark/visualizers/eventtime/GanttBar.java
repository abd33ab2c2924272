package dev.tidemark.visualizers.eventtime;

import java.util.List;
import java.util.stream.LongStream;

/** One window of one key: its firings in order and the events that fell into it. */
record GanttBar(long openedMillis, List<PaneBox> firings, List<EventPoint> events) {

    static GanttBar of(List<PaneBox> firings, EventTimeData data) {
        PaneBox first = firings.get(0);
        List<EventPoint> events = data.drawableEvents().stream()
                .filter(event -> (first.key().isEmpty() || event.key().equals(first.key()))
                        && first.covers(event.eventTimeMillis()))
                .toList();
        long opened = events.stream()
                .filter(event -> event.status() != EventStatus.DROPPED)
                .mapToLong(EventPoint::arrivalMillis)
                .min()
                .orElse(first.firedAtMillis());
        return new GanttBar(Math.min(opened, first.firedAtMillis()), List.copyOf(firings), events);
    }

    PaneBox lastFiring() {
        return firings.get(firings.size() - 1);
    }

    LongStream times() {
        return LongStream.concat(
                LongStream.of(openedMillis, lastFiring().firedAtMillis()),
                events.stream().mapToLong(EventPoint::arrivalMillis));
    }
}
