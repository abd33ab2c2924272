package dev.tidemark.timetravel;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.topology.Role;
import dev.tidemark.engine.topology.SourceInput;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.view.PartitionRow;
import dev.tidemark.engine.view.TimerRow;
import dev.tidemark.engine.view.WindowRow;
import dev.tidemark.engine.window.GlobalWindow;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Finds out what a window waits for, or what became of it. */
final class WhyNotFiredQuestion {
    private static final int MOST_LISTED = 5;

    private final RecordedRun run;
    private final String operator;
    private final Object key;
    private final long start;
    private final List<String> lines = new ArrayList<>();

    WhyNotFiredQuestion(RecordedRun run, String operator, Object key, long start) {
        this.run = run;
        this.operator = operator;
        this.key = key;
        this.start = start;
    }

    WhyNotFired answer() {
        List<WindowRow> rows = run.windows(operator);
        for (WindowRow row : rows) {
            if (row.key().equals(key)
                    && (row.window() instanceof GlobalWindow
                            || (row.window() instanceof TimeWindow window && window.start() == start))) {
                return open(row);
            }
        }
        return gone(rows);
    }

    // ---- an open window

    private WhyNotFired open(WindowRow row) {
        String name = "window " + row.window() + " of key " + ValueText.print(key) + " at '" + operator + "'";
        if (row.firesAt() == null) {
            return withoutTimer(row, name);
        }
        OptionalLong clock = firstTimer(row, false);
        OptionalLong event = firstTimer(row, true);
        clock.ifPresent(at -> lines.add(name + " fires when the clock has passed " + Times.text(at) + "; it stands at "
                + run.clock() + ", " + span(at + 1 - run.clock().toEpochMilli()) + " short"));
        if (event.isEmpty()) {
            return new WhyNotFired(operator, row.window().toString(), true, 0, List.of(), lines);
        }
        lines.add((clock.isPresent() ? "and it fires" : name + " fires") + " when the watermark reaches "
                + Times.text(event.getAsLong()));
        return held(row, event.getAsLong());
    }

    /** The first timer of the window in one of the two domains. */
    private OptionalLong firstTimer(WindowRow row, boolean eventTime) {
        boolean cleansHere = row.cleanedAt() != row.window().maxTimestamp();
        return run.timers(operator).stream()
                .filter(timer -> belongs(timer, row.window()) && timer.eventTime() == eventTime)
                .filter(timer -> !cleansHere || timer.at() != row.cleanedAt())
                .mapToLong(TimerRow::at)
                .min();
    }

    private boolean belongs(TimerRow timer, Window window) {
        return timer.key().equals(key) && timer.namespace().equals(window.toString());
    }

    private WhyNotFired withoutTimer(WindowRow row, String name) {
        WindowPast past = WindowPast.of(run, operator, key, start);
        if (past.lastFiring() == null) {
            lines.add(
                    name + " waits for its trigger, which has set no timer: no watermark and no clock alone will make "
                            + "it fire, another event may");
        } else {
            fired(past, name);
            lines.add("its trigger has set no other timer: only another event would make it fire again");
            if (row.cleanedAt() < Long.MAX_VALUE) {
                lines.add("it stays open for events until the watermark reaches " + Times.text(row.cleanedAt()));
            }
        }
        return new WhyNotFired(operator, row.window().toString(), past.lastFiring() == null, 0, List.of(), lines);
    }

    private WhyNotFired held(WindowRow row, long goal) {
        boolean begun = row.watermark() > Long.MIN_VALUE;
        long missing = begun ? goal - row.watermark() : 0;
        lines.add(
                begun
                        ? "the watermark of subtask " + row.subtask() + " stands at " + Times.text(row.watermark())
                                + ", " + span(missing) + " short"
                        : "subtask " + row.subtask() + " has no watermark yet: not every partition has been heard of");
        List<PartitionRow> holding = run.heldBy(operator, row.subtask()).stream()
                .filter(partition -> partition.watermark() < goal)
                .toList();
        if (holding.isEmpty()) {
            lines.add("no partition holds it back: the watermark is on its way through the channels");
        }
        for (PartitionRow partition : holding.subList(0, Math.min(MOST_LISTED, holding.size()))) {
            lines.add(new HeldBack(
                            partition,
                            goal,
                            reads(partition, SourceInput.ByHand.class),
                            reads(partition, SourceInput.Recorded.class))
                    .text());
        }
        if (holding.size() > MOST_LISTED) {
            lines.add("and " + (holding.size() - MOST_LISTED) + " more partitions at the same watermark");
        }
        addIdle();
        return new WhyNotFired(operator, row.window().toString(), true, missing, holding, lines);
    }

    private boolean reads(PartitionRow partition, Class<? extends SourceInput> kind) {
        return run.describe().node(partition.source()).role() instanceof Role.SourceRole source
                && kind.isInstance(source.input());
    }

    private void addIdle() {
        List<String> idle = run.partitions().stream()
                .filter(PartitionRow::idle)
                .map(each -> each.source() + "/" + each.partition())
                .toList();
        if (!idle.isEmpty()) {
            lines.add("idle and not waited for: "
                    + String.join(", ", idle.subList(0, Math.min(MOST_LISTED, idle.size())))
                    + (idle.size() > MOST_LISTED ? " and " + (idle.size() - MOST_LISTED) + " more" : ""));
        }
    }

    // ---- a window that is not open

    /** The run is told over again to find out what became of it. */
    private WhyNotFired gone(List<WindowRow> open) {
        WindowPast past = WindowPast.of(run, operator, key, start);
        String name = "the window of key " + ValueText.print(key) + " that starts at " + Times.text(start) + " at '"
                + operator + "'";
        if (past.lastFiring() != null) {
            fired(past, name);
            lines.add(
                    run.timers(operator).stream().anyMatch(this::ofThisWindow)
                            ? "its trigger purged what it held; another event would fill it again"
                            : "it was cleaned up when the watermark had passed its end and the allowed lateness");
        } else {
            lines.add(name + " has never fired and holds nothing");
        }
        int late = past.late().size();
        if (late > 0) {
            lines.add((late == 1 ? "1 event of this key came" : late + " events of this key came")
                    + " too late for it, the first of "
                    + Times.text(past.late().get(0).timestamp())
                    + ": the watermark had passed the window's end and the "
                    + "allowed lateness");
        } else if (past.lastFiring() == null) {
            lines.add("no event of this key that falls in it has been taken so far");
        }
        addOpen(open);
        return new WhyNotFired(operator, name, false, 0, List.of(), lines);
    }

    private boolean ofThisWindow(TimerRow timer) {
        return timer.key().equals(key) && timer.namespace().startsWith("[" + Times.text(start) + ",");
    }

    private void addOpen(List<WindowRow> open) {
        List<WindowRow> own = open.stream().filter(row -> row.key().equals(key)).toList();
        if (!own.isEmpty()) {
            lines.add("open for this key: "
                    + listed(own.stream().map(row -> row.window().toString()).toList()));
        } else if (!open.isEmpty()) {
            lines.add("no window of this key is open; there are windows of "
                    + listed(open.stream()
                            .map(row -> ValueText.print(row.key()))
                            .distinct()
                            .toList()));
        }
    }

    private static String listed(List<String> names) {
        return names.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                + (names.size() > MOST_LISTED ? " and " + (names.size() - MOST_LISTED) + " more" : "");
    }

    // ---- words

    private void fired(WindowPast past, String name) {
        Step last = past.lastFiring();
        if (last != null) {
            lines.add(name + " has fired " + past.firings() + (past.firings() == 1 ? " time" : " times")
                    + ", last at step " + last.number() + " (" + Times.text(last.clockMillis()) + ")");
        }
    }

    private static String span(long millis) {
        return Duration.ofMillis(millis).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
