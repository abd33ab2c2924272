package dev.tidemark.visualizers.eventtime;

import java.util.List;

/**
 * What happened to a stream, as far as charts of event time want to know: events in order of arrival, watermarks and panes in
 * order of processing time. Any of the three may be empty. Immutable.
 *
 * @param title the headline of charts
 * @param events what arrived
 * @param watermarks how the watermark of one operator went
 * @param panes what the windows of one operator fired
 */
public record EventTimeData(
        String title, List<EventPoint> events, List<WatermarkPoint> watermarks, List<PaneBox> panes) {

    /** Copies the lists. */
    public EventTimeData {
        events = List.copyOf(events);
        watermarks = List.copyOf(watermarks);
        panes = List.copyOf(panes);
    }

    /** No events, watermarks or panes yet. */
    public static EventTimeData named(String title) {
        return new EventTimeData(title, List.of(), List.of(), List.of());
    }

    /** With these events, in order of arrival. */
    public EventTimeData events(List<EventPoint> others) {
        return new EventTimeData(title, others, watermarks, panes);
    }

    /** With these watermarks, in order of processing time. */
    public EventTimeData watermarks(List<WatermarkPoint> others) {
        return new EventTimeData(title, events, others, panes);
    }

    /** With these panes, in order of processing time. */
    public EventTimeData panes(List<PaneBox> others) {
        return new EventTimeData(title, events, watermarks, others);
    }

    List<EventPoint> drawableEvents() {
        return events.stream().filter(EventPoint::isDrawable).toList();
    }

    List<WatermarkPoint> finiteWatermarks() {
        return watermarks.stream()
                .filter(point -> Times.isFinite(point.watermarkMillis()))
                .toList();
    }

    /** How many events have this status. */
    long count(EventStatus status) {
        return events.stream().filter(event -> event.status() == status).count();
    }
}
