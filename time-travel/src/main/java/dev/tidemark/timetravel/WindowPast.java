package dev.tidemark.timetravel;

import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.window.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run has done so far with the window of one key that begins at one time. */
final class WindowPast {
    private final String operator;
    private final Object key;
    private final long start;
    private final List<Effect.DroppedLate> late = new ArrayList<>();
    private @Nullable Step lastFiring;
    private int firings;
    private long length = Long.MAX_VALUE;

    private WindowPast(String operator, Object key, long start) {
        this.operator = operator;
        this.key = key;
        this.start = start;
    }

    /** Tells the run over again to find out. */
    static WindowPast of(RecordedRun run, String operator, Object key, long start) {
        WindowPast past = new WindowPast(operator, key, start);
        run.windows(operator).forEach(row -> past.measure(row.window()));
        run.retell(past::see);
        return past;
    }

    private void see(Step step) {
        for (Effect effect : step.effects()) {
            if (!effect.operator().equals(operator)) {
                continue;
            }
            if (effect instanceof Effect.Fired fired) {
                measure(fired.window());
                if (fired.key().equals(key) && fired.window() instanceof TimeWindow window && window.start() == start) {
                    lastFiring = step;
                    firings++;
                }
            } else if (effect instanceof Effect.DroppedLate dropped
                    && dropped.timestamp() >= start
                    && dropped.key().equals(key)) {
                late.add(dropped);
            }
        }
    }

    /** The windows of one operator are of one length, save sessions: the shortest is taken then. */
    private void measure(Object window) {
        if (window instanceof TimeWindow measured) {
            length = Math.min(length, measured.end() - measured.start());
        }
    }

    int firings() {
        return firings;
    }

    /** The step in which the window fired last, or null. */
    @Nullable
    Step lastFiring() {
        return lastFiring;
    }

    /** The events of the key that would have been in the window, but were late for all their windows. */
    List<Effect.DroppedLate> late() {
        return length == Long.MAX_VALUE
                ? late
                : late.stream()
                        .filter(each -> each.timestamp() - start < length)
                        .toList();
    }
}
