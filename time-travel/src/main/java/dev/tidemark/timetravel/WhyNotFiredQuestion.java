package dev.tidemark.timetravel;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.view.PartitionRow;
import dev.tidemark.engine.view.WindowRow;
import dev.tidemark.engine.window.TimeWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out what a window waits for, or what became of it. */
final class WhyNotFiredQuestion {
    private final RecordedRun run;
    private final String operator;
    private final Object key;
    private final long start;

    WhyNotFiredQuestion(RecordedRun run, String operator, Object key, long start) {
        this.run = run;
        this.operator = operator;
        this.key = key;
        this.start = start;
    }

    WhyNotFired answer() {
        for (WindowRow row : run.windows(operator)) {
            if (row.key().equals(key) && row.window() instanceof TimeWindow window && window.start() == start) {
                return open(row, window);
            }
        }
        return gone();
    }

    private WhyNotFired open(WindowRow row, TimeWindow window) {
        List<String> lines = new ArrayList<>();
        String name = "window " + window + " of key " + key + " at '" + operator + "'";
        Long fires = row.firesAt();
        long missing = window.maxTimestamp() - row.watermark();
        if (missing <= 0) {
            lines.add(name + " has fired; it stays open for late events until the watermark reaches "
                    + Times.text(row.cleanedAt()));
            return new WhyNotFired(operator, window.toString(), false, 0, List.of(), lines);
        }
        if (fires == null || fires > window.maxTimestamp()) {
            lines.add(name + " waits for its trigger, which has set no timer: no watermark alone will make it fire");
            return new WhyNotFired(operator, window.toString(), true, 0, List.of(), lines);
        }
        boolean begun = row.watermark() > Long.MIN_VALUE;
        lines.add(name + " fires when the watermark reaches " + Times.text(fires));
        lines.add(
                begun
                        ? "the watermark of subtask " + row.subtask() + " stands at " + Times.text(row.watermark())
                                + ", " + span(missing) + " short"
                        : "subtask " + row.subtask() + " has no watermark yet: not every partition has been heard of");
        List<PartitionRow> holding = run.heldBy(operator, row.subtask());
        if (holding.isEmpty()) {
            lines.add("no partition holds it back: the watermark is on its way through the channels");
        }
        for (PartitionRow partition : holding.subList(0, Math.min(5, holding.size()))) {
            lines.add(holds(partition, fires));
        }
        if (holding.size() > 5) {
            lines.add("and " + (holding.size() - 5) + " more partitions at the same watermark");
        }
        return new WhyNotFired(operator, window.toString(), true, begun ? missing : 0, holding, lines);
    }

    private static String holds(PartitionRow partition, long goal) {
        StringBuilder text = new StringBuilder("it is held by " + partition.source() + "/" + partition.partition());
        if (partition.latest().isPresent()) {
            text.append(", whose latest event happened at ")
                    .append(Times.text(partition.latest().getAsLong()));
        } else {
            text.append(", of which no event was read yet");
        }
        if (partition.waiting() > 0) {
            text.append("; ").append(partition.waiting()).append(" of its events have arrived and wait to be read");
        }
        if (partition.boundMillis() >= 0) {
            text.append("; an event of it at ")
                    .append(Times.text(goal + partition.boundMillis()))
                    .append(" or later would move it far enough");
        } else {
            text.append("; advanceWatermark would move it");
        }
        if (partition.nextArrival() < Long.MAX_VALUE) {
            text.append("; its next event arrives at ").append(Times.text(partition.nextArrival()));
        } else if (partition.boundMillis() >= 0) {
            text.append("; the trace has no more of it");
        }
        if (partition.idleAt() < Long.MAX_VALUE) {
            text.append("; it goes idle at ")
                    .append(Times.text(partition.idleAt()))
                    .append(" if nothing comes");
        }
        return text.toString();
    }

    /** The window is not open: the run is told over again to find out what became of it. */
    private WhyNotFired gone() {
        Past past = new Past();
        run.retell(past::see);
        String name = "the window of key " + key + " that starts at " + Times.text(start) + " at '" + operator + "'";
        List<String> lines = new ArrayList<>();
        if (past.lastFiring != null) {
            lines.add(name + " fired " + past.firings + (past.firings == 1 ? " time" : " times") + ", last at step "
                    + past.lastFiring.number() + " (" + Times.text(past.lastFiring.clockMillis())
                    + "), and was cleaned up when the watermark passed its end and the allowed lateness");
        } else {
            lines.add(name + " has never been open: no event of this key that falls in it was taken");
            if (past.late > 0) {
                lines.add(past.late + " events at '" + operator
                        + "' were dropped because they were late for all their windows");
            }
        }
        return new WhyNotFired(operator, name, false, 0, List.of(), lines);
    }

    private final class Past {
        private @Nullable Step lastFiring;
        private int firings;
        private int late;

        void see(Step step) {
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Fired fired
                        && fired.operator().equals(operator)
                        && fired.key().equals(key)
                        && fired.window() instanceof TimeWindow window
                        && window.start() == start) {
                    lastFiring = step;
                    firings++;
                } else if (effect instanceof Effect.DroppedLate dropped
                        && dropped.operator().equals(operator)) {
                    late++;
                }
            }
        }
    }

    private static String span(long millis) {
        return Duration.ofMillis(millis).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
