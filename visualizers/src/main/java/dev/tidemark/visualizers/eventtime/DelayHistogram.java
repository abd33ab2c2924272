package dev.tidemark.visualizers.eventtime;

import dev.tidemark.visualizers.picture.Chart;
import dev.tidemark.visualizers.vegalite.Channel;
import dev.tidemark.visualizers.vegalite.Field;
import dev.tidemark.visualizers.vegalite.Mark;
import dev.tidemark.visualizers.vegalite.Rows;
import dev.tidemark.visualizers.vegalite.Spec;
import dev.tidemark.visualizers.vegalite.UnitView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How long events were under way, from when they happened until they arrived, and how many of them were late or dropped. */
public final class DelayHistogram {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 220;
    private static final List<EventStatus> STATUSES = List.of(EventStatus.values());

    private DelayHistogram() {}

    /** Counts the events that have an event time; the bins grow where delays run from seconds to days. */
    public static Chart of(EventTimeData data) {
        List<EventPoint> events = data.drawableEvents();
        long[] delays = events.stream().mapToLong(EventPoint::delayMillis).toArray();
        DelayBins bins = DelayBins.of(delays);
        List<String> names = bins.names();
        List<Cell> cells = cells(events, bins);
        Rows rows = Rows.from(cells)
                .text("delay", cell -> names.get(cell.bin()))
                .text("status", cell -> cell.status().words())
                .number("events", Cell::events)
                .number("order", cell -> STATUSES.indexOf(cell.status()))
                .rows();
        Field status = StatusField.of("status").title("event");
        UnitView view = UnitView.of(rows, Mark.bar().stroke("white").strokeWidth(0.5))
                .x(Field.ordered("delay")
                        .domain(names.toArray())
                        .labelAngle(-40)
                        .allLabels()
                        .title("delay: arrival − event time"))
                .y(y(cells))
                .color(status)
                .encode(Channel.ORDER, Field.number("order"))
                .tooltip(Field.category("delay"), status, Field.number("events"));
        String summary = summary(data, delays);
        Spec spec = Spec.of(view)
                .title(data.title() + " · delay")
                .subtitle(List.of(summary))
                .size(WIDTH, HEIGHT);
        return new Chart(spec, data.title() + ": delays of events; " + summary);
    }

    /** Where no bar is higher than one event, the axis would invent fractions of events. */
    private static Field y(List<Cell> cells) {
        Field events = Field.number("events").title("events").format("d").wholeTicks();
        int highest = cells.stream()
                .collect(Collectors.groupingBy(Cell::bin, Collectors.summingInt(Cell::events)))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return highest <= 1 ? events.domain(0, 1).ticks(1) : events;
    }

    private static List<Cell> cells(List<EventPoint> events, DelayBins bins) {
        List<Map<EventStatus, Integer>> counts = new ArrayList<>();
        for (int bin = 0; bin < bins.count(); bin++) {
            counts.add(new EnumMap<>(EventStatus.class));
        }
        for (EventPoint event : events) {
            counts.get(bins.indexOf(event.delayMillis())).merge(event.status(), 1, Integer::sum);
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            int bin = i;
            counts.get(bin).forEach((status, count) -> cells.add(new Cell(bin, status, count)));
        }
        return cells;
    }

    private static String summary(EventTimeData data, long[] delays) {
        if (delays.length == 0) {
            return PlaneSummary.of(data);
        }
        long[] sorted = delays.clone();
        Arrays.sort(sorted);
        return "delay: least " + Times.duration(sorted[0]) + ", median " + Times.duration(quantile(sorted, 0.5))
                + ", 99 % within " + Times.duration(quantile(sorted, 0.99)) + ", most "
                + Times.duration(sorted[sorted.length - 1]);
    }

    private static long quantile(long[] sorted, double share) {
        return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }

    private record Cell(int bin, EventStatus status, int events) {}
}
