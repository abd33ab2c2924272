package dev.tidemark.visualizers.eventtime;

import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.vegalite.Field;
import dev.tidemark.visualizers.vegalite.LayerView;
import dev.tidemark.visualizers.vegalite.Mark;
import dev.tidemark.visualizers.vegalite.Rows;
import dev.tidemark.visualizers.vegalite.Spec;
import dev.tidemark.visualizers.vegalite.UnitView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The windows of a few keys as bars over processing time, from the first event of each to its last firing: when its events
 * came, when it fired, with what, and which events came when it was over.
 */
public final class WindowGantt {
    private static final int WIDTH = 600;
    private static final int BAND = 40;
    private static final int TICKS = 7;
    private static final int FEW_KEYS = 3;
    private static final int MOST_WINDOWS = 40;

    private final List<GanttBar> bars;
    private final GanttNames names;
    private final Span span;

    private WindowGantt(List<GanttBar> bars) {
        this.bars = bars;
        this.names = GanttNames.of(bars);
        this.span = Span.of(bars.stream().flatMapToLong(GanttBar::times)).padded();
    }

    /** Draws the windows of these keys, or of the first three if none is named; of many windows the first forty. */
    public static Chart of(EventTimeData data, String... keys) {
        Set<String> there = new LinkedHashSet<>();
        data.panes().forEach(pane -> there.add(pane.key()));
        for (String key : keys) {
            if (!there.contains(key)) {
                throw new IllegalArgumentException(
                        "no pane has the key '" + key + "'; there are: " + String.join(", ", there));
            }
        }
        Set<String> chosen = keys.length == 0
                ? new LinkedHashSet<>(there.stream().limit(FEW_KEYS).toList())
                : new LinkedHashSet<>(Arrays.asList(keys));
        List<GanttBar> all = bars(data, chosen);
        List<GanttBar> bars = all.stream().limit(MOST_WINDOWS).toList();
        String windows = all.isEmpty()
                ? "no window has fired yet"
                : (bars.size() == all.size() ? "" : "the first " + bars.size() + " of ")
                        + all.size()
                        + (all.size() == 1 ? " window" : " windows");
        String summary = windows
                + (chosen.size() < there.size() ? " · keys " + String.join(", ", chosen) + " of " + there.size() : "");
        WindowGantt gantt = new WindowGantt(bars);
        Spec spec = Spec.of(LayerView.of(gantt.layers()))
                .title(data.title() + " · windows")
                .subtitle(List.of(summary))
                .size(WIDTH, BAND)
                .bandHeight(BAND);
        return new Chart(spec, data.title() + ": windows over processing time; " + summary);
    }

    private static List<GanttBar> bars(EventTimeData data, Collection<String> keys) {
        Map<List<Object>, List<PaneBox>> firings = new LinkedHashMap<>();
        data.panes().stream().filter(pane -> keys.contains(pane.key())).forEach(pane -> firings.computeIfAbsent(
                        List.of(pane.key(), pane.windowStartMillis(), pane.windowEndMillis()),
                        window -> new ArrayList<>())
                .add(pane));
        List<GanttBar> bars = new ArrayList<>();
        firings.values().forEach(panes -> bars.add(GanttBar.of(panes, data)));
        return bars;
    }

    private List<UnitView> layers() {
        return List.of(lifetimes(), events(), firings(), results());
    }

    private Field x(String column) {
        return Field.time(column)
                .domainMillis(span.startMillis(), span.endMillis())
                .title(span.axisTitle("processing time"))
                .format(span.format())
                .ticks(TICKS);
    }

    private Field y() {
        return Field.ordered("window")
                .domain(bars.stream().map(names::of).toArray())
                .untitled()
                .labelLimit(0);
    }

    private UnitView lifetimes() {
        Rows rows = Rows.from(bars)
                .text("window", names::of)
                .timeMillis("first event", GanttBar::openedMillis)
                .timeMillis("last firing", bar -> bar.lastFiring().firedAtMillis())
                .rows();
        return UnitView.of(rows, Mark.bar().height(12).cornerRadius(3).color("#d5dce4"))
                .y(y())
                .x(x("first event"))
                .x2(x("last firing"));
    }

    private UnitView events() {
        List<BarEvent> events = new ArrayList<>();
        bars.forEach(bar -> bar.events().forEach(event -> events.add(new BarEvent(names.of(bar), event))));
        Rows rows = Rows.from(events)
                .text("window", BarEvent::window)
                .timeMillis("arrival", event -> event.event().arrivalMillis())
                .text("status", event -> event.event().status().words())
                .text("event time", event -> Times.words(event.event().eventTimeMillis()))
                .text("event", event -> event.event().label())
                .keep("late or dropped", event -> !event.event().isOnTime())
                .rows();
        Field status = StatusField.of("status").title("event");
        return UnitView.of(rows, Mark.point().size(36).opacity(0.95))
                .y(y())
                .x(x("arrival"))
                .fill(status)
                .shape(StatusField.shapes("status").title("event"))
                .tooltip(status, Field.category("event time"), Field.category("event"));
    }

    private UnitView firings() {
        List<PaneBox> panes =
                bars.stream().flatMap(bar -> bar.firings().stream()).toList();
        Rows rows = Rows.from(panes)
                .text("window", names::of)
                .timeMillis("fired", PaneBox::firedAtMillis)
                .text("pane", pane -> pane.timing().words())
                .text("value", PaneBox::value)
                .rows();
        Field timing = Field.category("pane")
                .domain(PaneTiming.EARLY.words(), PaneTiming.ON_TIME.words(), PaneTiming.LATE.words())
                .range(PaneTiming.EARLY.color(), PaneTiming.ON_TIME.color(), PaneTiming.LATE.color())
                .title("firing");
        return UnitView.of(
                        rows,
                        Mark.point()
                                .shape("triangle-down")
                                .size(48)
                                .opacity(0.95)
                                .yOffset(-11))
                .y(y())
                .x(x("fired"))
                .color(timing)
                .tooltip(timing, Field.category("value"));
    }

    private UnitView results() {
        List<PaneBox> panes = new ArrayList<>();
        for (GanttBar bar : bars) {
            PaneBox first = bar.firings().get(0);
            PaneBox last = bar.lastFiring();
            boolean apart = last.firedAtMillis() - first.firedAtMillis() > span.lengthMillis() / 12;
            if (apart) {
                panes.add(first);
            }
            panes.add(last);
        }
        Rows rows = Rows.from(panes)
                .text("window", names::of)
                .timeMillis("fired", PaneBox::firedAtMillis)
                .text("value", pane -> PlaneBoxes.shortened(pane.value()))
                .rows();
        return UnitView.of(
                        rows,
                        Mark.text().dx(7).dy(-11).align("left").fontSize(10).color("#30363d"))
                .y(y())
                .x(x("fired"))
                .text(Field.category("value"));
    }

    private record BarEvent(String window, EventPoint event) {}
}
