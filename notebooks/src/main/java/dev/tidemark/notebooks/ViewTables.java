package dev.tidemark.notebooks;

import dev.tidemark.engine.Emission;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.view.ChannelRow;
import dev.tidemark.engine.view.PartitionRow;
import dev.tidemark.engine.view.StateRow;
import dev.tidemark.engine.view.TimerRow;
import dev.tidemark.engine.view.WatermarkRow;
import dev.tidemark.engine.view.WindowRow;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.timetravel.Change;
import dev.tidemark.visualizers.history.Views;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables of what a run shows, with times and values as a reader wants them. */
final class ViewTables {
    private ViewTables() {}

    private record State(String operator, int subtask, String state, String key, String window, String value) {}

    private record Timer(String operator, int subtask, String key, String window, String at, String domain) {}

    private record Mark(String place, String name, String watermark, String note) {}

    private record Channel(String from, String to, int inFlight, String next) {}

    private record Partition(
            String partition,
            int read,
            int waiting,
            String latest,
            String watermark,
            String idle,
            String nextArrival) {}

    private record Result(String value, String timestamp, String emittedAt, String watermark, int subtask) {}

    private record Changed(
            long step,
            String at,
            String operator,
            String key,
            String window,
            String state,
            String after,
            String cause) {}

    private record Fired(String key, String window, String value, String timing, int firing) {}

    /** The forms of a list of rows that a run gave; null for any other list. */
    static @Nullable Map<String, Object> render(List<?> rows, KernelContext kernel) {
        if (rows.isEmpty()) {
            return null;
        }
        if (rows.stream().allMatch(WindowRow.class::isInstance)) {
            List<WindowRow> windows = rows.stream().map(WindowRow.class::cast).toList();
            return Views.windows("open windows of '" + windows.get(0).operator() + "'", windows)
                    .mimeBundle();
        }
        List<Object> cells = rows.stream().map(ViewTables::cells).toList();
        return cells.equals(rows) ? null : kernel.render(cells);
    }

    private static Object cells(Object row) {
        if (row instanceof StateRow state) {
            return new State(
                    state.operator(),
                    state.subtask(),
                    state.state(),
                    ValueText.print(state.key()),
                    state.namespace(),
                    ValueText.print(state.value()));
        }
        if (row instanceof TimerRow timer) {
            return new Timer(
                    timer.operator(),
                    timer.subtask(),
                    ValueText.print(timer.key()),
                    timer.namespace(),
                    time(timer.at()),
                    timer.eventTime() ? "event time" : "processing time");
        }
        if (row instanceof WatermarkRow mark) {
            return new Mark(
                    mark.place().name().toLowerCase(Locale.ROOT),
                    mark.name(),
                    time(mark.watermark()),
                    mark.idle() ? "idle" : mark.holdsBack() ? "holds back" : "");
        }
        if (row instanceof ChannelRow channel) {
            String next = channel.inFlight().isEmpty()
                    ? ""
                    : String.valueOf(channel.inFlight().get(0));
            return new Channel(channel.from(), channel.to(), channel.inFlight().size(), next);
        }
        if (row instanceof PartitionRow partition) {
            return partition(partition);
        }
        if (row instanceof Emission<?> emission) {
            return new Result(
                    ValueText.print(emission.value()),
                    time(emission.timestamp()),
                    time(emission.clockMillis()),
                    time(emission.watermark()),
                    emission.subtask());
        }
        if (row instanceof Change change) {
            return changed(change);
        }
        if (row instanceof Pane<?, ?> pane) {
            return new Fired(
                    ValueText.print(pane.key()),
                    pane.window().toString(),
                    ValueText.print(pane.value()),
                    pane.timing().toString(),
                    pane.firing());
        }
        return row;
    }

    private static Changed changed(Change row) {
        long millis = row.at().toEpochMilli();
        return new Changed(
                row.step(),
                time(millis),
                row.operator(),
                ValueText.print(row.key()),
                row.window() == null ? "" : row.window().toString(),
                row.state(),
                row.after() == null ? "removed" : ValueText.print(row.after()),
                row.cause().text(Times.dayOf(millis)));
    }

    private static Partition partition(PartitionRow row) {
        return new Partition(
                row.source() + "/" + row.partition(),
                row.read(),
                row.waiting(),
                row.latest().isPresent() ? time(row.latest().getAsLong()) : "",
                time(row.watermark()),
                row.idle() ? "idle" : row.idleAt() == Long.MAX_VALUE ? "" : "at " + time(row.idleAt()),
                row.nextArrival() == Long.MAX_VALUE ? "" : time(row.nextArrival()));
    }

    /** To the second, as a table has little room. */
    private static String time(long millis) {
        return millis == Long.MIN_VALUE || millis == Long.MAX_VALUE
                ? (millis < 0 ? "–" : "end of time")
                : Times.text(Math.floorDiv(millis, 1000L) * 1000)
                        .replace('T', ' ')
                        .replace("Z", "");
    }
}
