package dev.tidemark.visualizers.eventtime;

import dev.tidemark.visualizers.eventtime.PlaneBoxes.Box;
import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.vegalite.Channel;
import dev.tidemark.visualizers.vegalite.Field;
import dev.tidemark.visualizers.vegalite.Interpolation;
import dev.tidemark.visualizers.vegalite.LayerView;
import dev.tidemark.visualizers.vegalite.Mark;
import dev.tidemark.visualizers.vegalite.Rows;
import dev.tidemark.visualizers.vegalite.Spec;
import dev.tidemark.visualizers.vegalite.UnitView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The plane of event time and processing time: where the stream would run if nothing were ever delayed (the dashed line), how
 * the watermark followed it, when each window fired, and which events came behind the watermark.
 */
public final class EventTimePlane {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 380;
    private static final int TICKS = 7;
    private static final int FEW = 400;
    private static final int CROWD = 4_000;
    private static final int MANY_BOXES = 80;

    private final EventTimeData data;
    private final List<Box> boxes;
    private final Span across;
    private final Span upwards;

    private EventTimePlane(EventTimeData data) {
        this.data = data;
        this.boxes = PlaneBoxes.of(data);
        List<EventPoint> events = data.drawableEvents();
        LongStream windowEnds = data.panes().stream()
                .flatMapToLong(pane -> LongStream.of(pane.windowStartMillis(), pane.windowEndMillis()));
        LongStream watermarks = data.watermarks().stream().mapToLong(WatermarkPoint::watermarkMillis);
        LongStream times = LongStream.concat(events.stream().mapToLong(EventPoint::eventTimeMillis), watermarks);
        this.across = (events.isEmpty()
                        ? Span.of(LongStream.concat(times, windowEnds))
                        : Span.of(times).reaching(windowEnds))
                .padded();
        Span all = Span.of(LongStream.concat(
                        LongStream.concat(
                                events.stream().mapToLong(EventPoint::arrivalMillis),
                                data.watermarks().stream().mapToLong(WatermarkPoint::processingTimeMillis)),
                        data.panes().stream().mapToLong(PaneBox::firedAtMillis)))
                .padded();
        this.upwards = boxes.isEmpty() ? all : all.roomAtEnd();
    }

    /** Draws the plane; data without events, watermarks or panes give axes and a subtitle that says so. */
    public static Chart of(EventTimeData data) {
        EventTimePlane plane = new EventTimePlane(data);
        List<UnitView> layers = new ArrayList<>();
        layers.add(plane.ideal());
        if (!plane.boxes.isEmpty()) {
            layers.add(0, plane.panes());
        }
        layers.add(plane.events());
        if (!data.finiteWatermarks().isEmpty()) {
            layers.add(plane.watermark());
        }
        if (!plane.boxes.isEmpty()) {
            layers.add(plane.labels());
        }
        String summary = PlaneSummary.of(data);
        Spec spec = Spec.of(LayerView.of(layers).independent(Channel.COLOR))
                .title(data.title())
                .subtitle(List.of(summary))
                .size(WIDTH, HEIGHT);
        return new Chart(spec, data.title() + ": event time and processing time; " + summary);
    }

    private Field x(String column) {
        return Field.time(column)
                .domainMillis(across.startMillis(), across.endMillis())
                .title(across.axisTitle("event time"))
                .format(across.format())
                .ticks(TICKS);
    }

    private Field y(String column) {
        return Field.time(column)
                .domainMillis(upwards.startMillis(), upwards.endMillis())
                .title(upwards.axisTitle("processing time"))
                .format(upwards.format())
                .ticks(TICKS);
    }

    private UnitView panes() {
        Rows rows = Rows.from(boxes)
                .timeMillis("from", box -> across.clamp(box.pane().windowStartMillis()))
                .timeMillis("to", box -> across.clamp(box.pane().windowEndMillis()))
                .timeMillis("foot", box -> upwards.clamp(box.fromMillis()))
                .timeMillis("fired", box -> upwards.clamp(box.pane().firedAtMillis()))
                .text("pane", box -> box.pane().timing().words())
                .text("window", box -> box.pane().window())
                .text("fired at", box -> Times.words(box.pane().firedAtMillis()))
                .text("value", Box::tooltipValue)
                .rows();
        Field timing = Field.category("pane")
                .domain(PaneTiming.EARLY.words(), PaneTiming.ON_TIME.words(), PaneTiming.LATE.words())
                .range(PaneTiming.EARLY.color(), PaneTiming.ON_TIME.color(), PaneTiming.LATE.color())
                .title("pane")
                .symbolOpacity(0.35);
        Mark mark = Mark.rect()
                .fillOpacity(0.13)
                .stroke("#57606a")
                .strokeOpacity(boxes.size() > MANY_BOXES ? 0.25 : 0.55)
                .strokeWidth(0.7)
                .clipped();
        return UnitView.of(rows, mark)
                .x(x("from"))
                .x2(x("to"))
                .y(y("foot"))
                .y2(y("fired"))
                .color(timing)
                .tooltip(Field.category("window"), timing, Field.category("fired at"), Field.category("value"));
    }

    private UnitView ideal() {
        long start = Math.max(across.startMillis(), upwards.startMillis());
        long end = Math.min(across.endMillis(), upwards.endMillis());
        Rows rows = Rows.from(start < end ? List.of(start, end) : List.<Long>of())
                .timeMillis("time", time -> time)
                .timeMillis("same", time -> time)
                .rows();
        return UnitView.of(
                        rows,
                        Mark.line().dashed().strokeWidth(1).color("#8a939c").clipped())
                .x(x("time"))
                .y(y("same"));
    }

    private UnitView watermark() {
        List<WatermarkPoint> points = new ArrayList<>();
        for (WatermarkPoint point : data.watermarks()) {
            // Before its first finite value the watermark is at minus infinity: there is nothing to draw yet.
            if (!points.isEmpty() || Times.isFinite(point.watermarkMillis())) {
                points.add(new WatermarkPoint(point.processingTimeMillis(), across.clamp(point.watermarkMillis())));
            }
        }
        WatermarkPoint last = points.get(points.size() - 1);
        points.add(new WatermarkPoint(upwards.endMillis(), last.watermarkMillis()));
        Rows rows = Rows.from(points)
                .timeMillis("watermark", WatermarkPoint::watermarkMillis)
                .timeMillis("at", WatermarkPoint::processingTimeMillis)
                .text("line", point -> "watermark")
                .rows();
        Field line = Field.category("line").domain("watermark").range("#1e8449").untitled();
        Mark mark = Mark.line()
                .interpolate(Interpolation.STEP_BEFORE)
                .strokeWidth(1.8)
                .clipped();
        return UnitView.of(rows, mark)
                .x(x("watermark"))
                .y(y("at"))
                .color(line)
                .encode(Channel.ORDER, Field.number("at"));
    }

    private UnitView events() {
        List<EventPoint> lateOnTop = new ArrayList<>(data.drawableEvents());
        lateOnTop.sort(Comparator.comparing(EventPoint::status));
        Rows rows = Rows.from(lateOnTop)
                .timeMillis("event time", EventPoint::eventTimeMillis)
                .timeMillis("arrival", EventPoint::arrivalMillis)
                .text("status", event -> event.status().words())
                .text("delay", event -> Times.duration(event.delayMillis()))
                .text("key", EventPoint::key)
                .text("partition", EventPoint::partition)
                .text("event", EventPoint::label)
                .keep("late or dropped", event -> !event.isOnTime())
                .rows();
        Field status = StatusField.of("status").title("event").symbolOpacity(1);
        return UnitView.of(rows, symbol(rows.size()))
                .x(x("event time"))
                .y(y("arrival"))
                .shape(StatusField.shapes("status").title("event").symbolOpacity(1))
                .fill(status)
                .tooltip(
                        status,
                        Field.time("event time").format("%Y-%m-%d %H:%M:%S.%L"),
                        Field.time("arrival").format("%Y-%m-%d %H:%M:%S.%L"),
                        Field.category("delay"),
                        Field.category("key"),
                        Field.category("partition"),
                        Field.category("event"));
    }

    /** Smaller and fainter the more there are, so that a crowd shows where it is dense. */
    private static Mark symbol(int events) {
        if (events <= FEW) {
            return Mark.point().size(42).opacity(0.95);
        }
        return events <= CROWD
                ? Mark.point().size(16).opacity(0.6)
                : Mark.point().size(10).opacity(0.5);
    }

    private UnitView labels() {
        Rows rows = Rows.from(PlaneLabels.of(boxes, across, upwards, WIDTH, HEIGHT))
                .timeMillis("middle", PlaneLabels.Label::eventTimeMillis)
                .timeMillis("top", PlaneLabels.Label::processingTimeMillis)
                .text("value", PlaneLabels.Label::words)
                .rows();
        return UnitView.of(
                        rows,
                        Mark.text().dy(-6).fontSize(10).bold().color("#30363d").clipped())
                .x(x("middle"))
                .y(y("top"))
                .text(Field.category("value"));
    }
}
