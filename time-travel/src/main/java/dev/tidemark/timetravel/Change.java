package dev.tidemark.timetravel;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a keyed state.
 *
 * @param step the step in which it changed
 * @param at processing time then
 * @param operator whose state it is
 * @param key whose state it is
 * @param window the window whose state it is, null for state of the key alone
 * @param state the state's name
 * @param after what it held then, a collection in words; null when it was removed
 * @param cause what the step was
 */
public record Change(
        long step,
        Instant at,
        String operator,
        Object key,
        @Nullable Window window,
        String state,
        @Nullable Object after,
        Happening cause) {

    /** The changes of a step to a key's state of this name; null is any name. */
    static List<Change> in(Step step, String operator, Object key, @Nullable String state) {
        List<Change> found = new ArrayList<>();
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.StateChanged change
                    && change.operator().equals(operator)
                    && (state == null || change.state().equals(state))
                    && change.key().equals(key)) {
                found.add(new Change(
                        step.number(),
                        Instant.ofEpochMilli(step.clockMillis()),
                        operator,
                        key,
                        change.namespace() instanceof Window window ? window : null,
                        change.state(),
                        change.after(),
                        step.happening()));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return "step " + step + ", " + state + (window == null ? "" : " of " + window)
                + (after == null ? " removed" : " = " + ValueText.print(after)) + ": "
                + cause.text(Times.dayOf(at.toEpochMilli()));
    }
}
