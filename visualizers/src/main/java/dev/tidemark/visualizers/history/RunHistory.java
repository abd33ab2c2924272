package dev.tidemark.visualizers.history;

import dev.tidemark.engine.Trace;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Node;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.Timing;
import dev.tidemark.engine.window.Window;
import dev.tidemark.timetravel.RecordedRun;
import dev.tidemark.visualizers.eventtime.EventPoint;
import dev.tidemark.visualizers.eventtime.EventStatus;
import dev.tidemark.visualizers.eventtime.EventTimeData;
import dev.tidemark.visualizers.eventtime.PaneBox;
import dev.tidemark.visualizers.eventtime.PaneTiming;
import dev.tidemark.visualizers.eventtime.WatermarkPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recorded run from its start to where it stands: events as they arrived, the watermark of one operator, and what
 * its windows fired.
 *
 * <p>An event is late when it was read after the operator's watermark had passed it, and dropped when the operator said so.
 */
public final class RunHistory {
    private static final int LONGEST_TEXT = 120;

    private final String operator;
    private final List<Arrived> events = new ArrayList<>();
    private final Map<Long, ArrayDeque<Arrived>> byTimestamp = new LinkedHashMap<>();
    private final Map<Integer, Long> watermarks = new LinkedHashMap<>();
    private final List<WatermarkPoint> curve = new ArrayList<>();
    private final List<PaneBox> panes = new ArrayList<>();
    private final int subtasks;

    private static final class Arrived {
        private final Happening.EventRead read;
        private final long clockMillis;
        private EventStatus status;
        private String key = "";

        Arrived(Happening.EventRead read, long clockMillis, EventStatus status) {
            this.read = read;
            this.clockMillis = clockMillis;
            this.status = status;
        }

        EventPoint point() {
            String partition = read.partition().equals("0") ? "" : read.partition();
            return new EventPoint(read.timestamp(), clockMillis, status, key, partition, shortText(read.value()));
        }
    }

    private RunHistory(String operator, int subtasks) {
        this.operator = operator;
        this.subtasks = subtasks;
    }

    /** The events of a trace alone, as they will arrive. */
    public static EventTimeData of(Trace<?> trace) {
        List<EventPoint> points = new ArrayList<>();
        for (Trace.Recorded<?> each : trace.played()) {
            String partition = each.partition().equals("0") ? "" : each.partition();
            points.add(new EventPoint(
                    each.eventTimeMillis(),
                    each.arrivalMillis(),
                    EventStatus.ON_TIME,
                    "",
                    partition,
                    shortText(each.event())));
        }
        return EventTimeData.named(trace.toString()).events(points);
    }

    /** What charts want to know of a run, seen from its first window operator. */
    public static EventTimeData of(RecordedRun run) {
        for (Node node : run.describe().nodes()) {
            if (node.windowed()) {
                return of(run, node.name());
            }
        }
        throw new IllegalArgumentException("pipeline '" + run.describe().name()
                + "' has no windows; name the operator whose watermark is to be drawn");
    }

    /** What charts want to know of a run, seen from this operator. */
    public static EventTimeData of(RecordedRun run, String operator) {
        run.describe().node(operator);
        int subtasks = (int) run.watermarks().stream()
                .filter(row -> row.name().startsWith(operator + "#"))
                .count();
        RunHistory history = new RunHistory(operator, subtasks);
        run.retell(history::see);
        history.curve(run.clock().toEpochMilli());
        return new EventTimeData(
                run.describe().name(),
                history.events.stream().map(Arrived::point).toList(),
                history.curve,
                history.panes);
    }

    private void see(Step step) {
        if (step.happening() instanceof Happening.EventRead read) {
            boolean behind = read.timestamp() <= watermark();
            Arrived arrived = new Arrived(read, step.clockMillis(), behind ? EventStatus.LATE : EventStatus.ON_TIME);
            events.add(arrived);
            byTimestamp
                    .computeIfAbsent(read.timestamp(), any -> new ArrayDeque<>())
                    .add(arrived);
        }
        for (int i = 0; i < step.effects().size(); i++) {
            Effect effect = step.effects().get(i);
            if (!effect.operator().equals(operator)) {
                continue;
            }
            if (effect instanceof Effect.WatermarkRose rose) {
                watermarks.put(rose.subtask(), rose.watermark());
                curve(step.clockMillis());
            } else if (effect instanceof Effect.StateChanged changed && i == 0) {
                took(step.happening(), changed.key());
            } else if (effect instanceof Effect.DroppedLate dropped) {
                Arrived match = find(dropped.timestamp(), dropped.value());
                if (match != null) {
                    match.status = EventStatus.DROPPED;
                    match.key = ValueText.print(dropped.key());
                }
            } else if (effect instanceof Effect.Fired fired) {
                panes.add(pane(fired, step, i));
            }
        }
    }

    /** The lowest watermark of the operator's subtasks. */
    private long watermark() {
        if (watermarks.size() < subtasks) {
            return Long.MIN_VALUE;
        }
        return watermarks.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    }

    private void curve(long now) {
        long watermark = watermark();
        if (!curve.isEmpty() && curve.get(curve.size() - 1).processingTimeMillis() == now) {
            curve.remove(curve.size() - 1);
        }
        if (watermark > Long.MIN_VALUE) {
            curve.add(new WatermarkPoint(now, watermark));
        }
    }

    private void took(Happening happening, Object key) {
        if (happening instanceof Happening.EventDelivered delivered) {
            Arrived match = find(delivered.timestamp(), delivered.value());
            if (match != null) {
                match.key = ValueText.print(key);
            }
        }
    }

    /** The event that was read with this timestamp and is not settled yet, an equal one before others. */
    private @Nullable Arrived find(long timestamp, Object value) {
        Arrived match = null;
        for (Arrived each : byTimestamp.getOrDefault(timestamp, new ArrayDeque<>())) {
            if (each.key.isEmpty() && (match == null || each.read.value().equals(value))) {
                match = each;
            }
        }
        return match;
    }

    private static PaneBox pane(Effect.Fired fired, Step step, int index) {
        Window window = fired.window();
        long start = window instanceof TimeWindow time ? time.start() : Long.MIN_VALUE;
        long end = window instanceof TimeWindow time ? time.end() : Long.MAX_VALUE;
        PaneTiming timing = fired.timing() == Timing.EARLY
                ? PaneTiming.EARLY
                : fired.timing() == Timing.LATE ? PaneTiming.LATE : PaneTiming.ON_TIME;
        return new PaneBox(start, end, step.clockMillis(), timing, ValueText.print(fired.key()), value(step, index));
    }

    /** What the firing emitted, where it went into a sink in the same step. */
    private static String value(Step step, int index) {
        for (Effect effect : step.effects().subList(index + 1, step.effects().size())) {
            if (effect instanceof Effect.Emitted emitted) {
                return label(emitted.value() instanceof Pane<?, ?> pane ? pane.value() : emitted.value());
            }
            if (effect instanceof Effect.Fired) {
                return "";
            }
        }
        return "";
    }

    /** A value in a few words: of a record its texts and numbers. */
    private static String label(Object value) {
        if (!value.getClass().isRecord()) {
            return shortText(value);
        }
        StringBuilder words = new StringBuilder();
        for (Object part : RecordParts.of(value)) {
            if (part instanceof String || part instanceof Number) {
                words.append(words.isEmpty() ? "" : " ").append(part);
            }
        }
        return words.isEmpty() ? shortText(value) : words.toString();
    }

    private static String shortText(Object value) {
        String text = ValueText.print(value);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    /** A time as these pictures write it; a dash for the two ends of time. */
    static String time(long millis) {
        return millis == Long.MIN_VALUE
                ? "–"
                : Times.text(millis).replace("T", " ").replace("Z", "");
    }
}
